using Reunion.Core.Geography.Places;

namespace Reunion.Core.Alerts.Coverage;

/// <summary>A cell in which people live and no partner has phones to speak of.</summary>
/// <param name="South">The cell's southern edge, degrees north.</param>
/// <param name="West">The cell's western edge, degrees east.</param>
/// <param name="Largest">The most populous place in it.</param>
/// <param name="People">The people of its places of 50,000 and more.</param>
public sealed record CoverageGap(double South, double West, Place Largest, long People);
