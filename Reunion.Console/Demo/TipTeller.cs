using Microsoft.AspNetCore.SignalR;

namespace Reunion.Console.Demo;

/// <summary>Sends a tip every 10 to 30 seconds for each live alert, through an app by chance, by hub or by HTTP.</summary>
internal sealed class TipTeller(IReadOnlyList<PartnerApp> apps, TipInventor inventor, TimeProvider clock, ILogger<TipTeller> log)
{
    private const int MostPerAlert = 25;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (int Sent, DateTimeOffset NextAtUtc)> _told = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(cancel))
            foreach (var alert in apps.SelectMany(app => app.LiveAlerts(), (app, heard) => (App: app, Heard: heard)).GroupBy(x => x.Heard.AlertId))
                await TellDueAsync([.. alert], cancel);
    }

    private async Task TellDueAsync((PartnerApp App, HeardAlert Heard)[] heard, CancellationToken cancel)
    {
        var (id, now) = (heard[0].Heard.AlertId, clock.GetUtcNow());
        if (!_told.TryGetValue(id, out var told))
            _told[id] = told = (0, now.AddSeconds(Random.Shared.Next(5, 12)));
        if (told.NextAtUtc > now || told.Sent >= MostPerAlert)
            return;

        _told[id] = (told.Sent + 1, now.AddSeconds(Random.Shared.Next(10, 31)));
        var (app, alert) = heard[Random.Shared.Next(heard.Length)];
        try
        {
            await SendAsync(app, inventor.Next(alert, told.Sent, app.Datum), cancel);
        }
        catch (Exception failure) when (failure is HttpRequestException or HubException or InvalidOperationException
            or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning("{App} could not send a tip: {Problem}", app.Name, failure.Message);
        }
    }

    private static async Task SendAsync(PartnerApp app, InventedTip tip, CancellationToken cancel)
    {
        if (Random.Shared.Next(2) == 0)
            await app.Client.TipOverHubAsync(tip, cancel);
        else
            await app.Client.TipAsync(tip, cancel);
    }
}
