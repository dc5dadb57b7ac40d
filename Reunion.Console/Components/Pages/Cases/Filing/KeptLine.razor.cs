using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>Says quietly how long ago the form was kept.</summary>
public sealed partial class KeptLine : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(4);
    private ITimer? _timer;

    [Parameter, EditorRequired]
    public DateTimeOffset? KeptAtUtc { get; set; }

    [Parameter]
    public bool Failed { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IStringLocalizer<CasesText> L { get; set; } = null!;

    private string Text => (Failed, KeptAtUtc) switch
    {
        (true, _) => L["KeepFailed"],
        (_, null) => L["NotKept"],
        (_, { } at) => Ago(Clock.GetUtcNow() - at),
    };

    public void Dispose() => _timer?.Dispose();

    protected override void OnInitialized() => _timer = Clock.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, Tick, Tick);

    private string Ago(TimeSpan passed) => passed switch
    {
        { TotalSeconds: < 3 } => L["KeptNow"],
        { TotalMinutes: < 1 } => L["KeptAgo", L["SecondsAgo", (int)passed.TotalSeconds]],
        _ => L["KeptAgo", L.SpanWord(passed)],
    };
}
