using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>What became of one partner's snapshot at a start.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Phones">How many phones' positions it brought back.</param>
/// <param name="IsComplete">Whether nothing was reported after it: then the partner keeps its epoch.</param>
/// <param name="Fault">Why it was skipped; null when it was not.</param>
public sealed record LoadedSnapshot(PartnerId Partner, long Phones, bool IsComplete, string? Fault = null);
