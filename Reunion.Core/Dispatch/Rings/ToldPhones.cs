using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>Which phones of one batch were told, encrypted under the alert's key: a restart must not tell them again.</summary>
/// <remarks>Written with the batch, never changed, gone once the alert ended.</remarks>
public sealed class ToldPhones
{
    /// <summary>The batch, by the message that carries it.</summary>
    public required MessageId DeliveryId { get; init; }

    /// <summary>The alert.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>The partner.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>What <see cref="ToldVault"/> made of the device ids.</summary>
    public required byte[] Protected { get; init; }
}
