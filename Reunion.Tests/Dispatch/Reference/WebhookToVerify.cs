namespace Reunion.Tests.Dispatch.Reference;

/// <summary>A message as the official package is asked about it.</summary>
/// <param name="Secret">The secret it is checked with.</param>
/// <param name="Now">The package's clock, in Unix seconds.</param>
/// <param name="Headers">The request's headers by their small names.</param>
/// <param name="Body">The request's body.</param>
/// <param name="OfBytes">Whether the body is checked as bytes, as the guide says for binary recipients; by itself the package reads text.</param>
internal sealed record WebhookToVerify(string Secret, long Now, IReadOnlyDictionary<string, string> Headers, byte[] Body, bool OfBytes = false)
{
    /// <summary>The message with another value of one header.</summary>
    public WebhookToVerify With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
