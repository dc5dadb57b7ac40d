using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>
/// What a partner's reports of one ring add up to, so that a screen reads a row a ring and partner and not every report. Kept in
/// the transaction of each <see cref="Receipt"/>.
/// </summary>
public sealed class RingReceipt : IVersioned
{
    /// <summary>The circle.</summary>
    public required CircleId CircleId { get; init; }

    /// <summary>The ring, from 1.</summary>
    public required int Ring { get; init; }

    /// <summary>The partner.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>The alert the circle belongs to.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>Phones that the partner says showed the alert, as it says.</summary>
    public long ReportedDelivered { get; set; }

    /// <summary>Phones on which it says it was opened, as it says; never above <see cref="ReportedDelivered"/>.</summary>
    public long ReportedOpened { get; set; }

    /// <summary>Of <see cref="ReportedDelivered"/>, what counts: for a partner that is sent devices no more than it was sent.</summary>
    public long Delivered { get; set; }

    /// <summary>Of <see cref="ReportedOpened"/>, what counts: never above <see cref="Delivered"/>.</summary>
    public long Opened { get; set; }

    /// <summary>Of <see cref="Delivered"/>, phones beyond those it was sent: it found them itself by the circle.</summary>
    public long ByArea { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Adds one report.</summary>
    /// <param name="form">The report; its numbers are 0 or more.</param>
    /// <param name="sent">Phones of the ring that were handed to the partner so far.</param>
    /// <param name="findsPhones">Whether the partner also finds phones itself, so that it may know of more than it was sent.</param>
    internal void Add(ReceiptForm form, long sent, bool findsPhones)
    {
        ReportedDelivered += form.Delivered;
        ReportedOpened += form.Opened;
        Delivered = findsPhones ? ReportedDelivered : Math.Min(ReportedDelivered, sent);
        Opened = Math.Min(ReportedOpened, Delivered);
        ByArea = Math.Max(0, Delivered - sent);
    }
}
