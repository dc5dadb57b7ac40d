using Reunion.Core.Common;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Which tips the queue shows.</summary>
/// <param name="Alert">Only of this alert; null for all.</param>
/// <param name="Review">Only with this review; null for all.</param>
/// <param name="Kind">Only of this kind; null for all.</param>
public sealed record TipFilter(AlertId? Alert = null, TipReview? Review = null, TipKind? Kind = null);
