using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;
using Reunion.Core.Dispatch.Conformance;

namespace Reunion.Console.Components.Pages.Partners.Endpoints;

/// <summary>Writes a report for the partner's engineers, in the language of the screen, as Markdown that reads well as plain text.</summary>
internal static class ReportText
{
    public static string Write(ConformanceReport report, IStringLocalizer<PartnersText> texts)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(texts["ReportTitle", report.PartnerName]).Append("\n\n");
        text.Append(texts["ReportEndpoint", report.Endpoint]).Append("  \n");
        text.Append(texts["ReportStarted", report.StartedAtUtc.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)]).Append("\n\n");
        text.Append("**").Append(report.IsPassed
            ? texts["ConformancePassed", report.Script.Count] : texts["ConformanceFailed", report.Passed, report.Script.Count]).Append("**\n\n");
        foreach (var (index, step) in report.Script.Index())
            Append(text, index, step, report.Results.ElementAtOrDefault(index), texts);
        return text.Append(texts["ReportUnseen"]).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, int index, ConformanceStep step, StepResult? result, IStringLocalizer<PartnersText> texts)
    {
        var outcome = result switch { null => "NotRun", { IsPassed: true } => "Passed", _ => "Failed" };
        text.Append(CultureInfo.InvariantCulture, $"## {index + 1}. {texts["Step_" + step.Code]}: {texts["Step" + outcome]}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- {texts["Expected"]}: {texts["Expects_" + step.Expects]}\n");
        if (result is { Exchange: { } exchange })
        {
            var answered = exchange.Status is null ? texts["NoAnswer", exchange.Result] : exchange.Result;
            text.Append(CultureInfo.InvariantCulture,
                $"- {texts["Answered"]}: {answered} ({texts["Milliseconds", (int)exchange.Duration.TotalMilliseconds]})\n\n");
            text.Append(texts["Request"]).Append("\n\n").Append(Indented(exchange.RequestText()));
            if (exchange.Status is not null)
                text.Append('\n').Append(texts["Answer"]).Append("\n\n").Append(Indented(exchange.AnswerText()));
        }

        text.Append('\n');
    }

    // Indented rather than fenced: an answer may hold a fence, and must not break out of its block.
    private static string Indented(string block) => string.Concat(block.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => $"    {line}\n"));
}
