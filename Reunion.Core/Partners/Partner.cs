using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
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

    /// <summary>Where it operates, at most <see cref="ServiceRegion.Most"/>; everywhere when there are none.</summary>
    public IReadOnlyList<ServiceRegion> Regions { get; set; } = [];

    /// <summary>The endpoint answered 410, and when; cleared when the partner is saved or reinstated, or on a person's retry.</summary>
    public DateTimeOffset? EndpointGoneAtUtc { get; set; }

    /// <summary>The same of the endpoint for exercises and tests; it holds back no actual alert.</summary>
    public DateTimeOffset? ExerciseEndpointGoneAtUtc { get; set; }

    /// <summary>An operator paused what is sent to it, and when; null while nothing is held. The end of an alert still goes out.</summary>
    public DateTimeOffset? DeliveryPausedAtUtc { get; set; }

    /// <summary>When it was removed; null unless it was.</summary>
    public DateTimeOffset? RemovedAtUtc { get; set; }

    /// <summary>When the partner was made.</summary>
    public required DateTimeOffset CreatedAtUtc { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Where messages go; a drill never reaches the endpoint for actual alerts.</summary>
    /// <param name="isDrill">Whether the messages are of an exercise or a test.</param>
    /// <returns>The address, or null when the partner takes no part in drills.</returns>
    public string? EndpointFor(bool isDrill) => isDrill ? ExerciseEndpoint : Endpoint;

    /// <summary>Since when the endpoint that messages would go to answers that it is gone; null while it is there.</summary>
    /// <param name="isDrill">Whether the messages are of an exercise or a test.</param>
    public DateTimeOffset? EndpointGoneFor(bool isDrill) => isDrill ? ExerciseEndpointGoneAtUtc : EndpointGoneAtUtc;

    /// <summary>Whether it operates within a circle.</summary>
    /// <param name="centre">The circle's centre.</param>
    /// <param name="radiusMetres">The circle's radius in metres, 0 or more.</param>
    public bool Serves(GeoPoint centre, double radiusMetres) => Regions.Count == 0 || Regions.Any(r => r.Touches(centre, radiusMetres));

    /// <summary>Says that both endpoints are there: whoever saves, reinstates or retries means so.</summary>
    internal void TryEndpointsAgain() => EndpointGoneAtUtc = ExerciseEndpointGoneAtUtc = null;

    /// <summary>Refuses to change what was removed.</summary>
    /// <exception cref="ProblemException"><c>partner_removed</c>.</exception>
    internal Partner DemandPresent() => Status != PartnerStatus.Removed
        ? this : throw new ProblemException(ProblemKind.Conflict, "partner_removed", "The partner was removed.");
}
