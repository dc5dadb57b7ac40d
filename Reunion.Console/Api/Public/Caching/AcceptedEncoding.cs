using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace Reunion.Console.Api.Public.Caching;

/// <summary>Which encoding a browser takes, the smallest first.</summary>
internal static class AcceptedEncoding
{
    // Few browsers word it differently; the cap is for those who make words up.
    private const int MostWordings = 500;

    private static readonly ConcurrentDictionary<string, PageEncoding> Wordings = new(StringComparer.Ordinal);

    public static PageEncoding Of(HttpRequest request)
    {
        var wording = request.Headers.AcceptEncoding.ToString();
        if (wording.Length == 0)
            return PageEncoding.Plain;
        if (Wordings.TryGetValue(wording, out var known))
            return known;
        if (Wordings.Count >= MostWordings)
            Wordings.Clear();
        return Wordings[wording] = Read(request.GetTypedHeaders().AcceptEncoding);
    }

    private static PageEncoding Read(IList<StringWithQualityHeaderValue> accepted)
    {
        // A name beats the star; what is named with quality 0 is refused.
        double Quality(string name) => accepted.FirstOrDefault(e => e.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named
            ? named.Quality ?? 1 : accepted.FirstOrDefault(e => e.Value == "*")?.Quality ?? (accepted.Any(e => e.Value == "*") ? 1 : 0);

        return Quality("br") > 0 ? PageEncoding.Brotli : Quality("gzip") > 0 ? PageEncoding.Gzip : PageEncoding.Plain;
    }
}
