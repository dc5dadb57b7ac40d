using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Controls.Ticking;

/// <summary>A small component that shows time going by: it alone is drawn again each second, not the page around it.</summary>
public abstract class TickingComponent : ComponentBase, IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private ITimer? _timer;

    /// <summary>The time to show.</summary>
    protected DateTimeOffset NowUtc => Clock.GetUtcNow();

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _timer = Clock.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, Second, Second);
}
