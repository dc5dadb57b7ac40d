using Reunion.Core.Tips;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>How many tips of one kind have come to one review.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Review">Where their review stands.</param>
/// <param name="Count">How many, above 0.</param>
public sealed record TipFigure(TipKind Kind, TipReview Review, int Count);
