using Reunion.Core.Geography;

namespace Reunion.Core.Partners;

/// <summary>What an admin enters about a partner.</summary>
public sealed class PartnerForm
{
    /// <summary>The app's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where webhooks of actual alerts go.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Where webhooks of exercises and tests go; may stay empty.</summary>
    public string? ExerciseEndpoint { get; set; }

    /// <summary>How it finds the phones of a circle.</summary>
    public Targeting Targeting { get; set; } = Targeting.Both;

    /// <summary>The datum of its points.</summary>
    public Datum Datum { get; set; }

    /// <summary>How it wants its recipient batches.</summary>
    public RecipientFormat RecipientFormat { get; set; }

    /// <summary>Where it operates; empty for everywhere.</summary>
    public List<ServiceRegion> Regions { get; set; } = [];

    /// <summary>May be reached at private and loopback addresses.</summary>
    public bool IsInternal { get; set; }

    /// <summary>Requests a second that it may make.</summary>
    public int RequestsPerSecond { get; set; } = 100;
}
