using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Receipts;

namespace Reunion.Console.Components.Pages.Analytics;

/// <summary>A bar for each ring, all on one scale.</summary>
public sealed partial class RingChart
{
    [Parameter, EditorRequired]
    public IReadOnlyList<RingFigure> Rings { get; set; } = [];

    private long Scale => Math.Max(1, Rings.Select(r => Math.Max(r.Phones, r.Delivered)).DefaultIfEmpty().Max());

    private string Width(long phones) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * phones / Scale:0.##}");
}
