using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>What the sender of a tip gets back once it is committed.</summary>
/// <param name="TipId">Identifies the tip.</param>
/// <param name="ReceiptCode">Opens the tipster's page.</param>
/// <param name="RefusedPhotos">The photos that were not taken; null when all were.</param>
public sealed record TipReceipt(TipId TipId, string ReceiptCode, IReadOnlyList<RefusedPhoto>? RefusedPhotos = null);
