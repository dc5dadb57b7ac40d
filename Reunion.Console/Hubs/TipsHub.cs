using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Reunion.Console.Api.Partners;
using Reunion.Console.Api.Tips;
using Reunion.Core.Common.Problems;
using Reunion.Core.Common.Text;
using Reunion.Core.Partners;
using Reunion.Core.Tips;

namespace Reunion.Console.Hubs;

/// <summary><c>/hubs/tips</c>: the partner API's tips over a connection that also brings news.</summary>
/// <remarks>A connection lives long, so the API key is checked again on every call.</remarks>
[Authorize(Policy = PartnerAccess.Policy)]
internal sealed class TipsHub(
    PartnerAlerts alerts, TipIntake intake, TipConnections connections, AuthenticatePartner authenticate, PartitionedRateLimiter<Partner> rate) : Hub
{
    public override async Task OnConnectedAsync()
    {
        var caller = Context.GetHttpContext()!.Features.Get<PartnerFeature>()!;
        connections.Add(Context, caller);
        await Groups.AddToGroupAsync(Context.ConnectionId, TipGroups.Of(caller.Partner.Id), Context.ConnectionAborted);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>Stores a tip; it is committed when this answers.</summary>
    public Task<TipAnswer> SubmitTip(JsonElement tip) => AnswerAsync(async partner =>
    {
        var message = Read(tip);
        var alert = await alerts.DemandAsync(partner, message.AlertId, Context.ConnectionAborted);
        var draft = message.ToDraft(partner.Datum);
        draft.Form.Source = TipSource.PartnerHub;
        draft.Form.PartnerId = partner.Id;
        draft.Form.IdempotencyKey = message.IdempotencyKey;
        return await intake.SubmitAsync(alert, draft, Context.ConnectionAborted);
    });

    /// <summary>From now on <c>AlertChanged</c> comes whenever the alert changes.</summary>
    public Task WatchAlert(string? alertId) => AnswerAsync(async partner =>
    {
        var alert = await alerts.DemandAsync(partner, alertId, Context.ConnectionAborted);
        await Groups.AddToGroupAsync(Context.ConnectionId, TipGroups.Of(alert, partner.Datum), Context.ConnectionAborted);
        return true;
    });

    private async Task<T> AnswerAsync<T>(Func<Partner, Task<T>> answer)
    {
        try
        {
            return await answer(await CallerAsync());
        }
        catch (ProblemException problem)
        {
            throw new HubException(problem.Code);
        }
    }

    private async Task<Partner> CallerAsync()
    {
        var partner = await authenticate.ExecuteAsync(connections.TokenOf(Context.ConnectionId), Context.ConnectionAborted)
            ?? throw new HubException("unauthorized");
        if (partner.Status != PartnerStatus.Active)
            throw new HubException("partner_suspended");
        using var lease = rate.AttemptAcquire(partner);
        return lease.IsAcquired ? partner : throw new HubException("rate_limited");
    }

    private static TipMessage Read(JsonElement tip)
    {
        try
        {
            return tip.Deserialize<TipMessage>(ContractJson.Options) ?? throw new HubException("malformed");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new HubException("malformed");
        }
    }
}
