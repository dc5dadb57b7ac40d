using System.Text.RegularExpressions;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Partners;

/// <summary>
/// The partner guide and its examples, as they stand in the project's docs, for engineers who have only this server's address:
/// the guide at the head of the API's description, the files under <c>/guide</c>.
/// </summary>
internal static partial class PartnerGuide
{
    private const string Folder = "guide/";
    private const string Guide = "partner-guide.md";

    /// <summary>The guide in Markdown without its title, links leading to where this server has the files.</summary>
    public static string Text { get; } = Link().Replace(Read(Guide)!.Split('\n', 2)[1], "](/guide/$1").Trim();

    /// <summary>Maps the files.</summary>
    public static void MapPartnerGuide(this IEndpointRouteBuilder open) =>
        open.MapGet("/guide/{**file}", (string? file) =>
            TypedResults.Text(Read(file ?? Guide) ?? throw ProblemException.NotFound("file"), "text/plain; charset=utf-8"))
        .ExcludeFromDescription();

    private static string? Read(string file)
    {
        using var stream = typeof(PartnerGuide).Assembly.GetManifestResourceStream(Folder + file);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\]\((examples/)")]
    private static partial Regex Link();
}
