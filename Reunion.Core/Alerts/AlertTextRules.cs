using Reunion.Core.Common.Problems;
using Reunion.Core.Common.Text;

namespace Reunion.Core.Alerts;

/// <summary>What must be true of an alert's texts before they reach millions of phones.</summary>
internal static class AlertTextRules
{
    private const int LongestHeadline = 120;
    private const int LongestDescription = 2000;

    /// <exception cref="ProblemException">A text is empty or too long.</exception>
    public static void Demand(Alert alert)
    {
        List<FieldProblem> problems =
            [.. Check("Headline", alert.Headline, LongestHeadline), .. Check("Description", alert.Description, LongestDescription)];
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private static IEnumerable<FieldProblem> Check(string field, LocalizedText text, int longest)
    {
        foreach (var (language, words) in new[] { ("Zh", text.Zh), ("En", text.En) })
            if (string.IsNullOrWhiteSpace(words))
                yield return new FieldProblem(field + language, "required");
            else if (words.Length > longest)
                yield return new FieldProblem(field + language, "too_long");
    }
}
