using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Live;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geofencing.Traffic;

namespace Reunion.Console.Components.Pages.Partners.Presence;

/// <summary>How well a partner keeps us informed, every few seconds anew; the page around it is not drawn again.</summary>
public sealed partial class PresenceCard : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private PartnerPresence? _presence;
    private ITimer? _timer;
    private bool _isReading;

    [Parameter, EditorRequired]
    public PartnerId Partner { get; set; }

    [Inject]
    private ReadPartnerPresence Read { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsMostlyStale => _presence is { Phones: > 0 } p && p.Stale * 2 > p.Phones;

    private string StaleShare => _presence is { Phones: > 0 } p
        ? ((double)p.Stale / p.Phones).ToString("P1", CultureInfo.CurrentCulture)
        : L["None"];

    private string LastReport => _presence?.Traffic.LastReportAtUtc is { } at ? LocalTime.Long(at) : L["NeverSince", LocalTime.Short(_presence!.Traffic.SinceUtc)];

    public void Dispose() => _timer?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _timer = Clock.CreateTimer(_ => _ = InvokeAsync(RefreshAsync), null, Interval, Interval);
        await ReadAsync();
    }

    private async Task RefreshAsync()
    {
        // A count of many phones may take longer than the pause between two.
        if (_isReading)
            return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        _isReading = true;
        try
        {
            _presence = await Read.ExecuteAsync(await Current.GetAsync(), Partner);
        }
        catch (ProblemException)
        {
            // No longer for this reader; the page's next act says so.
            _presence = null;
            _timer?.Dispose();
        }
        finally
        {
            _isReading = false;
        }
    }
}
