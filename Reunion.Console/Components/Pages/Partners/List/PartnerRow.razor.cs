using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Health;

namespace Reunion.Console.Components.Pages.Partners.List;

/// <summary>One partner in the list.</summary>
public sealed partial class PartnerRow
{
    [Parameter, EditorRequired]
    public PartnerLine Line { get; set; } = null!;

    /// <summary>The time that ages are told by.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    /// <summary>Whether the reader may open the partner's page.</summary>
    [Parameter]
    public bool MayOpen { get; set; }

    private PartnerHealth Health => Line.Health;

    // 100% only when nothing failed at all.
    private string Success => Health.SuccessRate is { } rate ? (Math.Floor(rate * 1000) / 10).ToString(CultureInfo.CurrentCulture) + "%" : "–";

    private string Duration(double milliseconds) => milliseconds < 1000
        ? L["Milliseconds", Math.Round(milliseconds)]
        : L["Seconds", (milliseconds / 1000).ToString("0.#", CultureInfo.CurrentCulture)];
}
