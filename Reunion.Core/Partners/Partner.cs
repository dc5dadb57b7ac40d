using Reunion.Core.Common;
using Reunion.Core.Geography;
using Reunion.Core.Storage;

namespace Reunion.Core.Partners;

/// <summary>An app that carries alerts.</summary>
public sealed class Partner : IVersioned
{
    /// <summary>Identifies the partner.</summary>
    public required PartnerId Id { get; init; }

    /// <summary>The app's name, 1 to 100 characters.</summary>
    public required string Name { get; set; }

    /// <summary>Where webhooks of actual alerts go.</summary>
    public required string Endpoint { get; set; }

    /// <summary>Where webhooks of exercises and tests go; without one the partner gets none.</summary>
    public string? ExerciseEndpoint { get; set; }

    /// <summary>How it finds the phones of a circle.</summary>
    public Targeting Targeting { get; set; } = Targeting.Both;

    /// <summary>The datum of every point that it sends and gets.</summary>
    public Datum Datum { get; set; }

    /// <summary>How it wants its recipient batches.</summary>
    public RecipientFormat RecipientFormat { get; set; }

    /// <summary>Whether it takes part.</summary>
    public PartnerStatus Status { get; set; }

    /// <summary>May be reached at private and loopback addresses: an admin's explicit choice.</summary>
    public bool IsInternal { get; set; }

    /// <summary>Requests a second that the partner may make, 1 to 10,000.</summary>
    public int RequestsPerSecond { get; set; } = 100;

    /// <summary>The endpoint answered 410; cleared when the partner is saved or reinstated.</summary>
    public DateTimeOffset? EndpointGoneAtUtc { get; set; }

    /// <summary>An operator paused what is sent to it, and when; null while nothing is held. The end of an alert still goes out.</summary>
    public DateTimeOffset? DeliveryPausedAtUtc { get; set; }

    /// <summary>When the partner was made.</summary>
    public required DateTimeOffset CreatedAtUtc { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Where messages go; a drill never reaches the endpoint for actual alerts.</summary>
    /// <param name="isDrill">Whether the messages are of an exercise or a test.</param>
    /// <returns>The address, or null when the partner takes no part in drills.</returns>
    public string? EndpointFor(bool isDrill) => isDrill ? ExerciseEndpoint : Endpoint;
}
