namespace Reunion.Console.Demo;

/// <summary>Phones that were told and of which the app has yet to report whether they showed the alert.</summary>
/// <remarks>Used under the app's lock.</remarks>
internal sealed class ReceiptLedger
{
    private const double DeliveredShare = 0.92;
    private const double OpenedShare = 0.10;
    private const int Small = 40;

    private readonly Dictionary<(string Alert, string Circle, int Ring), int> _waiting = [];

    public void Add(HeardBatch batch)
    {
        var key = (batch.AlertId, batch.CircleId, batch.Ring);
        _waiting[key] = _waiting.GetValueOrDefault(key) + batch.Recipients.Count;
    }

    /// <summary>What reports about now: phones come on line one after the other, so each time about half of those left.</summary>
    public IReadOnlyList<Receipt> Take()
    {
        var receipts = new List<Receipt>();
        foreach (var (key, waiting) in _waiting.ToList())
        {
            var now = waiting <= Small ? waiting : (int)(waiting * (0.35 + 0.3 * Random.Shared.NextDouble()));
            if (now == waiting)
                _waiting.Remove(key);
            else
                _waiting[key] = waiting - now;
            var delivered = Share(now, DeliveredShare);
            receipts.Add(new Receipt(key.Alert, key.Circle, key.Ring, delivered, Math.Min(delivered, Share(now, OpenedShare))));
        }

        return receipts;
    }

    // A fraction of a phone becomes a whole one by chance, so that small rings count too.
    private static int Share(int phones, double share) => (int)(phones * share + Random.Shared.NextDouble());

    internal sealed record Receipt(string AlertId, string CircleId, int Ring, int Delivered, int Opened);
}
