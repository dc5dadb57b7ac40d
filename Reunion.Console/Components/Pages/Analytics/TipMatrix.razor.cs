using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Analytics;

/// <summary>Tips by kind and by where their review stands.</summary>
public sealed partial class TipMatrix
{
    private static readonly TipReview[] Reviews = Enum.GetValues<TipReview>();

    [Parameter, EditorRequired]
    public IReadOnlyList<TipFigure> Tips { get; set; } = [];

    private int Count(TipKind kind, TipReview review) => Tips.Where(t => t.Kind == kind && t.Review == review).Sum(t => t.Count);
}
