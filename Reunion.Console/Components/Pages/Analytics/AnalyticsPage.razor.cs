using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Live;

namespace Reunion.Console.Components.Pages.Analytics;

/// <summary>What alerts came to, from the rows as they are.</summary>
public sealed partial class AnalyticsPage : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private Figures? _figures;
    private IDisposable? _subscription;

    [Inject]
    private ReadFigures Read { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _subscription = Feed.Subscribe("figures", Interval, _ => InvokeAsync(RefreshAsync));
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private Task<bool> LoadAsync() => TryAsync(async actor => _figures = await Read.ExecuteAsync(actor));

    private string Duration(TimeSpan? time) => time is { } known ? L["HoursMinutes", (int)known.TotalHours, known.Minutes] : L["None"];
}
