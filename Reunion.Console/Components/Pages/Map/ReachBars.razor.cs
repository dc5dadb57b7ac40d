using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Receipts;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>How many phones each partner was sent, and what it reports back, all on one scale.</summary>
public sealed partial class ReachBars
{
    [Parameter, EditorRequired]
    public IReadOnlyList<PartnerProgress> Progress { get; set; } = [];

    private long Scale => Math.Max(1, Progress.Select(p => Math.Max(p.Sent + p.Waiting, p.Delivered)).DefaultIfEmpty().Max());

    private static bool IsByArea(PartnerProgress partner) => partner is { Sent: 0, Waiting: 0 };

    private string Share(long phones) => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(100, 100.0 * phones / Scale):0.##}%");

    private string Describe(PartnerProgress partner) => string.Join(", ",
        $"{partner.Name}: {partner.Sent:N0} {L["Sent"].Value}", $"{partner.Delivered:N0} {L["Delivered"].Value}",
        $"{partner.Opened:N0} {L["Opened"].Value}", $"{partner.Waiting:N0} {L["Waiting"].Value}");
}
