using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Receipts;

namespace Reunion.Console.Components.Controls.Ledger;

/// <summary>What came of an alert, a line a ring: a bar to look at, the numbers to read.</summary>
public sealed partial class TallyTable
{
    [Parameter, EditorRequired]
    public AlertTally Tally { get; set; } = null!;

    private long Scale => Math.Max(1, Tally.Rings.Max(r => r.Told));

    private long ByArea => Tally.Rings.Sum(r => r.ByArea);

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    // Circles are numbered only when there is more than one.
    private string Name(RingTally ring)
    {
        List<CircleId> circles = [.. Tally.Rings.Select(r => r.Circle).Distinct()];
        var kilometres = ring.OuterRadiusMetres / 1000;
        return circles.Count == 1 ? L["RingTo", ring.Ring, kilometres] : L["RingOfCircle", ring.Ring, kilometres, circles.IndexOf(ring.Circle) + 1];
    }
}
