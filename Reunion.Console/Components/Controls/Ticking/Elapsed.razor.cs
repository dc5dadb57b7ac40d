using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Controls.Ticking;

/// <summary>How long it has been since an instant, in hours: the figure that a search is measured by.</summary>
public sealed partial class Elapsed
{
    [Parameter, EditorRequired]
    public DateTimeOffset SinceUtc { get; set; }

    private TimeSpan Passed => NowUtc > SinceUtc ? NowUtc - SinceUtc : TimeSpan.Zero;

    private int Hours => (int)Passed.TotalHours;

    private string Minutes => $"{Passed:mm}";

    private string Seconds => $"{Passed:ss}";
}
