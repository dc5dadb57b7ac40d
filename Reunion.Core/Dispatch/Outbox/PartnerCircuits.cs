using System.Collections.Concurrent;
using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>Holds every partner's circuit, so that an operator sees it and can close it.</summary>
/// <param name="clock">Ends breaks.</param>
/// <remarks>Thread-safe. A restart begins with closed circuits.</remarks>
public sealed class PartnerCircuits(TimeProvider clock)
{
    private readonly ConcurrentDictionary<PartnerId, Lazy<PartnerCircuit>> _circuits = new();

    /// <summary>Whether messages kept failing, so that those never tried wait.</summary>
    /// <param name="partner">The partner.</param>
    public bool IsOpen(PartnerId partner) => Of(partner).IsOpen;

    /// <summary>The partner's circuit.</summary>
    internal PartnerCircuit Of(PartnerId partner) =>
        _circuits.GetOrAdd(partner, _ => new Lazy<PartnerCircuit>(() => new PartnerCircuit(clock))).Value;

    /// <summary>Closes the partner's circuit, so that the next attempt is made at once.</summary>
    internal Task CloseAsync(PartnerId partner, CancellationToken cancel) => Of(partner).CloseAsync(cancel);
}
