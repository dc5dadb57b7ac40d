namespace Reunion.Core.Alerts.Radius;

/// <summary>One step of a radius schedule.</summary>
/// <param name="After">Time since the circle's clock started.</param>
/// <param name="RadiusMetres">The circle's radius from then on, in metres.</param>
public sealed record RadiusStep(TimeSpan After, double RadiusMetres);
