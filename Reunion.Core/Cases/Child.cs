namespace Reunion.Core.Cases;

/// <summary>Who is missing.</summary>
public sealed class Child
{
    /// <summary>The name, 1 to 100 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The sex as it is published.</summary>
    public Sex Sex { get; set; }

    /// <summary>The birth date; at most 18 years before the report.</summary>
    public DateOnly BirthDate { get; set; }

    /// <summary>Height in centimetres, 30 to 220, when known.</summary>
    public int? HeightCm { get; set; }

    /// <summary>Weight in kilograms, 1 to 200, when known.</summary>
    public int? WeightKg { get; set; }

    /// <summary>What one knows the child by: hair, scars, glasses, speech; up to 1,000 characters.</summary>
    public string Features { get; set; } = "";

    /// <summary>What the child wore; up to 1,000 characters.</summary>
    public string Clothing { get; set; } = "";

    /// <summary>The age in full years on a day.</summary>
    /// <param name="day">Any day after the birth.</param>
    public int AgeYearsOn(DateOnly day)
    {
        var years = day.Year - BirthDate.Year;
        return BirthDate.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>The age in full years at an instant, by the date in China, which has one time zone.</summary>
    /// <param name="instant">Any instant after the birth.</param>
    public int AgeYearsAt(DateTimeOffset instant) => AgeYearsOn(DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours(8)).DateTime));
}
