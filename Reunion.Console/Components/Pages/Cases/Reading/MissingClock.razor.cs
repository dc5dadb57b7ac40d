using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>Hours missing, the largest number on the page; ticks by itself.</summary>
public sealed partial class MissingClock : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private ITimer? _timer;
    private int _number = -1;
    private string _unit = "";
    private string _rest = "";

    [Parameter, EditorRequired]
    public DateTimeOffset SinceUtc { get; set; }

    /// <summary>When the child was found, or the case closed otherwise; null while the child is missing.</summary>
    [Parameter]
    public DateTimeOffset? UntilUtc { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose() => _timer?.Dispose();

    protected override void OnInitialized() => _timer = Clock.CreateTimer(_ => _ = InvokeAsync(Refresh), null, Tick, Tick);

    protected override void OnParametersSet() => Take();

    private void Refresh()
    {
        if (Take())
            StateHasChanged();
    }

    private bool Take()
    {
        var passed = (UntilUtc ?? Clock.GetUtcNow()) - SinceUtc;
        var before = (_number, _rest);
        (_number, _unit, _rest) = passed.TotalHours < 1
            ? (Math.Max(0, (int)passed.TotalMinutes), L["UnitMinutes"].Value, "")
            : ((int)passed.TotalHours, L["UnitHours"].Value, L["SpanMinutes", passed.Minutes].Value);
        return before != (_number, _rest);
    }
}
