using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Up to 10,000 device ids of one ring for one partner: what the partner is yet to be sent.</summary>
public sealed class RecipientBatch
{
    /// <summary>The most device ids in one batch.</summary>
    public const int MaxDevices = 10_000;

    /// <summary>The message that carries it.</summary>
    public required MessageId DeliveryId { get; init; }

    /// <summary>The alert.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>The circle.</summary>
    public required CircleId CircleId { get; init; }

    /// <summary>The ring, from 1.</summary>
    public required int Ring { get; init; }

    /// <summary>The partner.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>The batch within ring and partner, from 1; nearer phones come first.</summary>
    public required int Batch { get; init; }

    /// <summary>How many devices.</summary>
    public required int Count { get; init; }

    /// <summary>The device ids, 8 bytes each, little-endian; empty once the partner took the batch or the alert ended.</summary>
    public required byte[] Devices { get; set; }
}
