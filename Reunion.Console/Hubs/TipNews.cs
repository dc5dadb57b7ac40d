using Microsoft.AspNetCore.SignalR;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Geography;
using Reunion.Core.Live;
using Reunion.Core.Tips;

namespace Reunion.Console.Hubs;

/// <summary>Carries what was just committed to the connections that it concerns.</summary>
internal sealed class TipNews(
    LiveFeed live, IHubContext<TipsHub> hub, TipConnections connections, ReadAlerts alerts, AlertPublisher publisher, ReadTips tips) : IHostedService
{
    private static readonly Datum[] Datums = Enum.GetValues<Datum>();

    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = live.Subscribe("tips hub", TimeSpan.Zero, TellAsync);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }

    private async Task TellAsync(IReadOnlyList<LiveEvent> news)
    {
        foreach (var partner in news.OfType<PartnerChanged>().Select(e => e.Partner).Distinct())
            await connections.RecheckAsync(partner);
        foreach (var alert in news.Select(AlertOf).OfType<AlertId>().Distinct())
            await TellOfAlertAsync(alert);
        foreach (var tip in news.OfType<TipReviewed>().Select(e => e.Tip).Distinct())
            await TellOfReviewAsync(tip);
    }

    private static AlertId? AlertOf(LiveEvent happened) => happened switch
    {
        AlertChanged changed => changed.Alert,
        RingSent sent => sent.Alert,
        _ => null,
    };

    private async Task TellOfAlertAsync(AlertId alert)
    {
        if (await alerts.FindAsync(alert) is not { } facts)
            return;
        foreach (var datum in Datums)
            await hub.Clients.Group(TipGroups.Of(alert, datum)).SendAsync("AlertChanged", publisher.Publish(facts, datum));
    }

    // The same states as in webhooks: that somebody is looking into it is nobody else's business.
    private async Task TellOfReviewAsync(TipId tip)
    {
        if (await tips.StandingAsync(tip) is { PartnerId: { } partner, Review: not (TipReview.New or TipReview.InReview) } standing)
            await hub.Clients.Group(TipGroups.Of(partner))
                .SendAsync("TipReviewed", new TipReviewedData(tip.ToString(), standing.AlertId.ToString(), standing.Review));
    }
}
