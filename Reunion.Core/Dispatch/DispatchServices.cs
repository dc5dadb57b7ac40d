using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Cap;
using Reunion.Core.Dispatch.Conformance;
using Reunion.Core.Dispatch.Health;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Dispatch.Withdrawals;

namespace Reunion.Core.Dispatch;

/// <summary>Registers dispatch: rings, the outbox and what partners report back.</summary>
public static class DispatchServices
{
    /// <summary>Adds the use cases and background work of this folder. Needs places, geofencing, alerts, tips and a silo.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionDispatch(this IServiceCollection services) => services
        .AddReunionCap()
        .AddWebhookClients()
        .AddSingleton<WebhookSender>()
        .AddSingleton<ExchangeSender>()
        .AddSingleton<EndpointProbe>()
        .AddSingleton<PingPartner>()
        .AddSingleton<RunConformance>()
        .AddSingleton<DeliveryFactory>()
        .AddSingleton<AttemptRecords>()
        .AddSingleton<PartnerCircuits>()
        .AddSingleton<DrainOutbox>()
        .AddSingleton<OutboxWaker>()
        .AddSingleton<DispatchReviews>()
        .AddSingleton<DispatchClarifications>()
        .AddSingleton<DispatchRevisions>()
        .AddSingleton<ToldVault>()
        .AddSingleton<RingBatches>()
        .AddSingleton<SendRing>()
        .AddSingleton<ArrivalQueue>()
        .AddSingleton<SendArrivals>()
        .AddSingleton<AlertWatch>()
        .AddSingleton<AdvanceAlert>()
        .AddSingleton<RecordReceipt>()
        .AddSingleton<ReadReceipts>()
        .AddSingleton<ConfirmWithdrawal>()
        .AddSingleton<RemindWithdrawals>()
        .AddSingleton<ReadWithdrawals>()
        .AddSingleton<ReadProgress>()
        .AddSingleton<ReadFigures>()
        .AddSingleton<ReadDeliveries>()
        .AddSingleton<ReadPending>()
        .AddSingleton<RetryNow>()
        .AddSingleton<RemovePartner>()
        .AddSingleton<ForgetRemoved>()
        .AddSingleton<ReadCarried>()
        .AddSingleton<ReadHealth>()
        .AddSingleton<PauseDelivery>()
        .AddSingleton<ReplayDeliveries>()
        .AddHostedService<Dispatcher>()
        .AddHostedService<ArrivalPump>()
        .AddHostedService<StaleForgetting>();
}
