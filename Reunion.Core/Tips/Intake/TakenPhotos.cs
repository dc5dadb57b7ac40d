namespace Reunion.Core.Tips.Intake;

/// <summary>What became of a tip's photos.</summary>
/// <param name="Taken">Clean, with their encrypted originals.</param>
/// <param name="Refused">By name, in the order in which they came; null when there are none.</param>
internal sealed record TakenPhotos(IReadOnlyList<TipPhoto> Taken, IReadOnlyList<RefusedPhoto>? Refused);
