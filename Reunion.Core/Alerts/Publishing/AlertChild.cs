using Reunion.Core.Cases;

namespace Reunion.Core.Alerts.Publishing;

/// <summary>Who is missing, as published.</summary>
/// <param name="Name">The name.</param>
/// <param name="Sex">The sex.</param>
/// <param name="AgeYears">Full years.</param>
/// <param name="HeightCm">Height in centimetres, when known.</param>
/// <param name="WeightKg">Weight in kilograms, when known.</param>
/// <param name="Features">What one knows the child by.</param>
/// <param name="Clothing">What the child wore.</param>
public sealed record AlertChild(string Name, Sex Sex, int AgeYears, int? HeightCm, int? WeightKg, string Features, string Clothing);
