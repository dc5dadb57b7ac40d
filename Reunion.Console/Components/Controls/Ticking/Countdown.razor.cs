using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Controls.Ticking;

/// <summary>How long until an instant, as minutes and seconds.</summary>
public sealed partial class Countdown
{
    [Parameter, EditorRequired]
    public DateTimeOffset DueAtUtc { get; set; }

    private string Text
    {
        get
        {
            // Rounded up: zero is shown when the moment is there, not a second before.
            var left = TimeSpan.FromSeconds(Math.Ceiling((DueAtUtc - NowUtc).TotalSeconds));
            return left <= TimeSpan.Zero ? L["Now"] : left.TotalHours >= 1 ? $"{(int)left.TotalHours}:{left:mm\\:ss}" : $"{left:mm\\:ss}";
        }
    }
}
