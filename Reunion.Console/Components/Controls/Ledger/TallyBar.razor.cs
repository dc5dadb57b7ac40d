using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Controls.Ledger;

/// <summary>Phones told, of them those that showed the alert, of them those on which it was opened; on a scale shared with others.</summary>
public sealed partial class TallyBar
{
    /// <summary>The number that fills the bar, 1 or more.</summary>
    [Parameter, EditorRequired]
    public long Scale { get; set; } = 1;

    [Parameter]
    public long Told { get; set; }

    [Parameter]
    public long Delivered { get; set; }

    [Parameter]
    public long Opened { get; set; }

    private string Width(long phones) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * phones / Scale:0.##}");
}
