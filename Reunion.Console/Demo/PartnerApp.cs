using System.Text.Json;
using Reunion.Core.Common.Text;
using Reunion.Core.Geography;
using Reunion.Core.Seeding;

namespace Reunion.Console.Demo;

/// <summary>One simulated app: takes webhooks, shows alerts on its phones, and remembers what it took.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PartnerApp(DemoPartner partner, DemoPartnerKeys keys, SimulatedPhones phones, PartnerClient client, TimeProvider clock) : IAsyncDisposable
{
    private const byte NewLine = (byte)'\n';

    private readonly Lock _gate = new();
    private readonly WebhookCheck _check = new(keys.WebhookSecret, clock);
    private readonly Temper _temper = Temper.Of(partner.Slug, clock);
    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<string, AlertCard> _cards = [];
    private readonly Queue<string> _toWithdraw = [];
    private readonly ReceiptLedger _receipts = new();

    public string Slug => partner.Slug;

    public string Name => partner.Name;

    public Datum Datum => partner.Datum;

    public SimulatedPhones Phones => phones;

    public PartnerClient Client => client;

    /// <summary>The live alerts that the app has heard of.</summary>
    public IReadOnlyList<HeardAlert> LiveAlerts()
    {
        lock (_gate)
            return [.. _cards.Values.Where(c => c.IsLive).Select(c => c.Alert)];
    }

    public IReadOnlyList<ReceiptLedger.Receipt> TakeReceipts()
    {
        lock (_gate)
            return _receipts.Take();
    }

    /// <summary>An ended alert whose photo is yet to be reported as down, or null.</summary>
    public string? NextToWithdraw()
    {
        lock (_gate)
            return _toWithdraw.TryDequeue(out var alert) ? alert : null;
    }

    public void WithdrawLater(string alert)
    {
        lock (_gate)
            _toWithdraw.Enqueue(alert);
    }

    /// <summary>Asks for the alerts that are live: what the app knew it forgot with its process.</summary>
    public async Task RememberAsync(CancellationToken cancel)
    {
        var alerts = await client.LiveAlertsAsync(cancel);
        lock (_gate)
            foreach (var alert in alerts)
                Hear(alert, hasEnded: false);
    }

    /// <summary>Takes one webhook and says the HTTP status of the answer.</summary>
    public async Task<int> TakeAsync(HttpRequest request, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancel);
        var body = buffer.ToArray();
        if (!_check.IsGenuine(request.Headers, body))
            return StatusCodes.Status401Unauthorized;
        var failure = await _temper.BeforeAsync(cancel);
        if (failure is { IsAfterWork: false })
            return failure.Status;

        Take(request.Headers["webhook-id"].ToString(), body, request.ContentType == "application/vnd.reunion.recipients");
        return failure?.Status ?? StatusCodes.Status204NoContent;
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private void Take(string id, byte[] body, bool isBinary)
    {
        var end = isBinary ? Array.IndexOf(body, NewLine) : body.Length;
        using var message = JsonDocument.Parse(body.AsMemory(0, end));
        var (type, data) = (message.RootElement.GetProperty("type").GetString(), message.RootElement.GetProperty("data"));
        lock (_gate)
        {
            // The same message again: its answer was lost, or came too late.
            if (!_taken.Add(id))
                return;
            if (type == "alert.recipients")
                Show(isBinary ? HeardBatch.FromBinary(data, body.AsSpan(end + 1)) : HeardBatch.FromJson(data));
            else if (type?.StartsWith("alert.", StringComparison.Ordinal) == true)
                Hear(data.Deserialize<HeardAlert>(ContractJson.Options)!, hasEnded: type == "alert.ended");
        }
    }

    private void Hear(HeardAlert alert, bool hasEnded)
    {
        if (_cards.TryGetValue(alert.AlertId, out var card))
            card.Update(alert);
        else
            _cards[alert.AlertId] = new AlertCard(alert, phones.Count);
        if (!hasEnded)
            return;
        _cards.Remove(alert.AlertId);
        _toWithdraw.Enqueue(alert.AlertId);
    }

    private void Show(HeardBatch batch)
    {
        if (!_cards.TryGetValue(batch.AlertId, out var card))
            return;
        foreach (var device in batch.Recipients)
            card.Show(phones.IndexOf(device));
        _receipts.Add(batch);
    }
}
