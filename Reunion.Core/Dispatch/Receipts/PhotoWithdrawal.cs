using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>A partner's word that an ended alert's photo is down.</summary>
public sealed class PhotoWithdrawal
{
    /// <summary>The alert.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>The partner.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>When it said so first.</summary>
    public required DateTimeOffset ConfirmedAtUtc { get; init; }
}
