using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>What came of an act on many tips.</summary>
/// <param name="Done">The tips that it was done to, with their new versions: what undoing names.</param>
/// <param name="Refused">The tips that were left alone: a colleague was faster.</param>
public sealed record BulkOutcome(IReadOnlyList<TipMark> Done, IReadOnlyList<TipId> Refused);
