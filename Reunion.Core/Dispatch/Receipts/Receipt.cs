using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>What a partner reports back of a ring.</summary>
public sealed class Receipt
{
    /// <summary>The partner.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>The partner's name for this one report: the same again changes nothing.</summary>
    public required string ReceiptId { get; init; }

    /// <summary>The alert.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>The circle.</summary>
    public required CircleId CircleId { get; init; }

    /// <summary>The ring, from 1.</summary>
    public required int Ring { get; init; }

    /// <summary>Phones that showed the alert, in addition to earlier reports.</summary>
    public required long Delivered { get; init; }

    /// <summary>Phones on which it was opened, in addition to earlier reports.</summary>
    public required long Opened { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAtUtc { get; init; }
}
