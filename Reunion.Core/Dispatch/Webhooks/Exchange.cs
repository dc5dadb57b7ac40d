using System.Globalization;
using System.Text;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>One request to a partner and what came back, in full as far as a person needs it to find a fault.</summary>
/// <param name="Endpoint">Where it went.</param>
/// <param name="AtUtc">When it began.</param>
/// <param name="RequestHeaders">The headers that the message brought, in order.</param>
/// <param name="RequestBody">The body's bytes.</param>
/// <param name="Status">The HTTP status, 100 to 999; null when no answer came.</param>
/// <param name="Result">The HTTP status as text, or a word that says why there is none: <c>timeout</c>, <c>address_not_allowed</c>, a socket's error.</param>
/// <param name="AnswerHeaders">The answer's headers, at most <see cref="MaxHeaders"/>.</param>
/// <param name="AnswerStart">The first bytes of the answer's body, at most <see cref="MaxAnswerStart"/>.</param>
/// <param name="RetryAfter">How long the partner asked to wait before the next try, if it did.</param>
/// <param name="Duration">How long it took.</param>
public sealed record Exchange(
    Uri Endpoint, DateTimeOffset AtUtc, IReadOnlyList<KeyValuePair<string, string>> RequestHeaders, byte[] RequestBody,
    int? Status, string Result, IReadOnlyList<KeyValuePair<string, string>> AnswerHeaders, byte[] AnswerStart, TimeSpan? RetryAfter, TimeSpan Duration)
{
    /// <summary>The most bytes of an answer's body that are read.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    /// <summary>The most headers of an answer that are kept.</summary>
    public const int MaxHeaders = 50;

    /// <summary>The most characters of a header of an answer that are kept.</summary>
    public const int MaxHeaderLength = 500;

    /// <summary>The most bytes of an answer's body that are kept.</summary>
    public const int MaxAnswerStart = 2048;

    /// <summary>Whether the partner answered 2xx.</summary>
    public bool IsAccepted => Status is >= 200 and <= 299;

    /// <summary>The request as it would stand in a log: line, headers, an empty line, body; what is binary after the first line in hex.</summary>
    public string RequestText() => Text($"POST {Endpoint.PathAndQuery}", RequestHeaders, BodyText());

    /// <summary>The answer as it would stand in a log, its body cut off after <see cref="MaxAnswerStart"/> bytes; empty when none came.</summary>
    public string AnswerText() => Status is { } status
        ? Text(status.ToString(CultureInfo.InvariantCulture), AnswerHeaders, Encoding.UTF8.GetString(AnswerStart))
        : "";

    private static string Text(string first, IReadOnlyList<KeyValuePair<string, string>> headers, string body)
    {
        var text = new StringBuilder(first).Append('\n');
        foreach (var (name, value) in headers)
            text.Append(name).Append(": ").Append(value).Append('\n');
        if (body.Length > 0)
            text.Append('\n').Append(body);
        return text.ToString();
    }

    private string BodyText()
    {
        // JSON is one line without a break; the binary form has its ids after one.
        var line = RequestBody.AsSpan().IndexOf((byte)'\n');
        return line < 0
            ? Encoding.UTF8.GetString(RequestBody)
            : $"{Encoding.UTF8.GetString(RequestBody, 0, line)}\n{Convert.ToHexStringLower(RequestBody.AsSpan(line + 1))}";
    }
}
