using Reunion.Core.Geofencing;

namespace Reunion.Core.Alerts.Coverage;

/// <summary>Where phones were dense at one moment.</summary>
/// <param name="CellDegrees">The cells' side in degrees.</param>
/// <param name="Cells">The cells with at least <see cref="ReadDensity.MinimumPhones"/> phones.</param>
public sealed record DensityReport(double CellDegrees, IReadOnlyList<DensityCell> Cells);
