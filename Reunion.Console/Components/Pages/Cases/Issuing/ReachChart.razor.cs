using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Cases.Issuing;

/// <summary>Whom the alert reaches now, and what each step to come adds.</summary>
public sealed partial class ReachChart
{
    [Parameter, EditorRequired]
    public IssueDraft Issue { get; set; } = null!;

    private IEnumerable<(ReachStep Step, long Adds)> Rows(ReachStep opening)
    {
        var before = opening;
        foreach (var step in Issue.Steps.Where(s => s.Ring >= opening.Ring))
        {
            yield return (step, step.Phones - before.Phones);
            before = step;
        }
    }

    private string Width(ReachStep step)
    {
        var most = Math.Max(1, Issue.Steps[^1].Phones);
        return string.Create(CultureInfo.InvariantCulture, $"width: {100.0 * step.Phones / most:0.#}%");
    }

    private static bool Counted(PartnerReach partner) => partner.Targeting.HasFlag(Targeting.Devices);
}
