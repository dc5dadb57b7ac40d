namespace Reunion.Core.Geofencing;

/// <summary>How many phones there are in one cell of a coarse grid.</summary>
/// <param name="South">The cell's southern edge, degrees north.</param>
/// <param name="West">The cell's western edge, degrees east.</param>
/// <param name="CellDegrees">The cell's side in degrees.</param>
/// <param name="Phones">The number of phones of all partners in it.</param>
public readonly record struct DensityCell(double South, double West, double CellDegrees, long Phones);
