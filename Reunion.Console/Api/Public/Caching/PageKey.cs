using Reunion.Console.Hosting.Language;
using Reunion.Console.Hosting.Surfaces;

namespace Reunion.Console.Api.Public.Caching;

/// <summary>Which page for which readers: everything that the bytes of a kept answer depend on.</summary>
/// <param name="Path">The path, codes in upper case.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="KeepsLanguage">Whether the language was asked for in the address, so that links keep it.</param>
internal readonly record struct PageKey(string Path, string Language, bool KeepsLanguage)
{
    private const string Alert = "/a/";
    private const int CodeEnd = 11;

    /// <summary>The key of a request; null for what is not kept.</summary>
    public static PageKey? Of(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !context.IsOn(Surface.Public) || context.Request.Path.Value is not { } path || !IsKept(path))
            return null;
        var language = ReunionCultureProvider.Find(context) ?? ReunionLanguages.English;
        return new PageKey(path, language.Name, context.Request.QueryString.HasValue && context.Request.Query["lang"].ToString() is "zh" or "en");
    }

    private static bool IsKept(string path) => path is "/" or "/report"
        || (path.StartsWith(Alert, StringComparison.Ordinal) && path.Length >= CodeEnd
            && !path.AsSpan(Alert.Length, CodeEnd - Alert.Length).ContainsAnyExcept(Code)
            && path.AsSpan(CodeEnd) is "" or "/photo" or "/poster.pdf");

    private static System.Buffers.SearchValues<char> Code { get; } = System.Buffers.SearchValues.Create("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
}
