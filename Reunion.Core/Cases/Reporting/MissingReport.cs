namespace Reunion.Core.Cases.Reporting;

/// <summary>What a parent or guardian enters about a missing child.</summary>
public sealed class MissingReport
{
    /// <summary>The child's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The child's sex.</summary>
    public Sex? Sex { get; set; }

    /// <summary>The child's birth date.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <summary>Height in centimetres.</summary>
    public int? HeightCm { get; set; }

    /// <summary>What one knows the child by.</summary>
    public string Features { get; set; } = "";

    /// <summary>What the child wore.</summary>
    public string Clothing { get; set; } = "";

    /// <summary>The place in words.</summary>
    public string Place { get; set; } = "";

    /// <summary>Degrees north in WGS-84, when a place on the map was chosen.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees east in WGS-84, when a place on the map was chosen.</summary>
    public double? Longitude { get; set; }

    /// <summary>When the child was last seen.</summary>
    public DateTimeOffset? LastSeenAtUtc { get; set; }

    /// <summary>What happened.</summary>
    public string Circumstances { get; set; } = "";

    /// <summary>Who reports it.</summary>
    public string ReporterName { get; set; } = "";

    /// <summary>The number to call them under.</summary>
    public string ReporterPhone { get; set; } = "";

    /// <summary>The sender's name for this one report, up to 120 characters; the same again is the same report.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>As an officer's file, with what an officer may change later.</summary>
    /// <param name="contactUnit">The unit to call.</param>
    /// <param name="contactPhone">The number to call.</param>
    internal CaseFile ToFile(string contactUnit, string contactPhone) => new()
    {
        Name = Name, Sex = Sex, BirthDate = BirthDate, HeightCm = HeightCm, Features = Features, Clothing = Clothing, Latitude = Latitude,
        Longitude = Longitude, Place = Place, LastSeenAtUtc = LastSeenAtUtc, Circumstances = Circumstances, ContactUnit = contactUnit,
        ContactPhone = contactPhone,
    };
}
