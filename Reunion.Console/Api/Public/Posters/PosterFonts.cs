using SkiaSharp;

namespace Reunion.Console.Api.Public.Posters;

/// <summary>Finds a typeface of this machine that has Chinese.</summary>
/// <remarks>Thread-safe. Looks once; a font that is installed later is found after a restart.</remarks>
internal sealed class PosterFonts(IConfiguration configuration, ILogger<PosterFonts> log)
{
    private const string Key = "Reunion:Public:PosterFont";
    private const int MostFaces = 12;

    // What people search for, in the forms of both scripts that posters use.
    private const string Sample = "寻找失踪儿童Aa1";

    private static readonly string[] Folders =
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    // Best first: in simplified forms, with a bold face of the same family.
    private static readonly string[] Names =
        ["NotoSansCJK", "NotoSansSC", "SourceHanSans", "PingFang", "msyh", "wqy-microhei", "wqy-zenhei", "DroidSansFallback", "simhei"];

    private readonly Lazy<(SKTypeface Regular, SKTypeface Bold)?> _found = new(() => Find(configuration[Key], log));

    /// <summary>The typefaces, or null when there is none with Chinese.</summary>
    public (SKTypeface Regular, SKTypeface Bold)? Find() => _found.Value;

    /// <summary>The answer where there is none.</summary>
    public static IResult Missing() => TypedResults.Problem(
        "The operator must install a font with Chinese; the log says which.", statusCode: StatusCodes.Status503ServiceUnavailable,
        title: "No PDF can be made here.", extensions: new Dictionary<string, object?> { ["code"] = "poster_font_missing" });

    private static (SKTypeface Regular, SKTypeface Bold)? Find(string? configured, ILogger log)
    {
        var files = configured is { Length: > 0 } ? [configured] : Candidates();
        var regular = files.OrderBy(f => f.Contains("Bold", StringComparison.Ordinal) || !f.Contains("Regular", StringComparison.Ordinal) ? 1 : 0)
            .Select(Load).FirstOrDefault(face => face is not null);
        if (regular is null)
        {
            log.LogWarning("No poster can be made: no font with Chinese was found. Install one (Debian: fonts-noto-cjk) or name its file in {Key}", Key);
            return null;
        }

        var bold = files.Where(f => f.Contains("Bold", StringComparison.Ordinal)).Select(Load).FirstOrDefault(face => face?.FamilyName == regular.FamilyName);
        return (regular, bold ?? regular);
    }

    private static List<string> Candidates()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var all = Folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.*", options))
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".ttc" or ".otf" or ".otc").ToList();
        return [.. Names.SelectMany(name => all.Where(f => Path.GetFileName(f).StartsWith(name, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))];
    }

    // A collection has a face for each region; those for the mainland are named SC.
    private static SKTypeface? Load(string file)
    {
        SKTypeface? other = null;
        for (var face = 0; face < MostFaces; face++)
        {
            var typeface = SKTypeface.FromFile(file, face);
            if (typeface is null)
                break;
            using var font = new SKFont(typeface);
            if (!font.ContainsGlyphs(Sample) || typeface.FamilyName.Contains("Mono", StringComparison.Ordinal))
                continue;
            if (typeface.FamilyName.EndsWith(" SC", StringComparison.Ordinal))
                return typeface;
            other ??= typeface;
        }

        return other;
    }
}
