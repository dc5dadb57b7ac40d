using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>Time since an instant, ticking by itself so that nothing round it is drawn again.</summary>
public sealed partial class Elapsed : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private ITimer? _timer;
    private string _text = "";

    [Parameter, EditorRequired]
    public DateTimeOffset SinceUtc { get; set; }

    /// <summary>Where it stops; null while it runs.</summary>
    [Parameter]
    public DateTimeOffset? UntilUtc { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IStringLocalizer<CasesText> L { get; set; } = null!;

    public void Dispose() => _timer?.Dispose();

    protected override void OnInitialized() =>
        _timer = Clock.CreateTimer(_ => _ = InvokeAsync(Refresh), null, Tick, Tick);

    protected override void OnParametersSet() => _text = Text();

    private string Text() => L.SpanWord((UntilUtc ?? Clock.GetUtcNow()) - SinceUtc);

    private void Refresh()
    {
        var now = Text();
        if (now == _text)
            return;
        _text = now;
        StateHasChanged();
    }
}
