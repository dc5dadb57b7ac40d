namespace Reunion.Core.Common.Hosting;

/// <summary>Knows under which address people and partners reach the public site.</summary>
/// <remarks>Thread-safe. Set once at start, when the listeners are bound.</remarks>
public sealed class PublicSite
{
    private volatile string _baseUrl = "http://localhost:5082";

    /// <summary>The address without a slash at the end.</summary>
    public string BaseUrl => _baseUrl;

    /// <summary>Says what the address is.</summary>
    /// <param name="baseUrl">Scheme, host and port; a slash at the end is dropped.</param>
    public void Announce(string baseUrl) => _baseUrl = baseUrl.TrimEnd('/');

    /// <summary>The page of an alert.</summary>
    /// <param name="code">The alert's code.</param>
    public string AlertPage(string code) => $"{BaseUrl}/a/{code}";

    /// <summary>The photo of an alert.</summary>
    /// <param name="code">The alert's code.</param>
    public string Photo(string code) => $"{BaseUrl}/a/{code}/photo";

    /// <summary>The CAP document of an alert.</summary>
    /// <param name="alert">The alert.</param>
    public string Cap(AlertId alert) => $"{BaseUrl}/cap/alerts/{alert}.xml";
}
