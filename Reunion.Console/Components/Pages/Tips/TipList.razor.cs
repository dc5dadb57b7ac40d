using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>The lines of the queue; only those in view are drawn.</summary>
public sealed partial class TipList
{
    /// <summary>The height of a line in pixels, as in the style sheet.</summary>
    public const float LineHeight = 76;

    [Parameter, EditorRequired]
    public TipQueue Queue { get; set; } = null!;

    /// <summary>How a tip stands now.</summary>
    [Parameter, EditorRequired]
    public Func<BoardTip, BoardTip> Now { get; set; } = null!;

    /// <summary>Whether a tip fits the filter.</summary>
    [Parameter, EditorRequired]
    public Func<BoardTip, bool> Fits { get; set; } = null!;

    /// <summary>Who else looks at a tip.</summary>
    [Parameter, EditorRequired]
    public Func<TipId, IReadOnlyList<string>> Others { get; set; } = null!;

    /// <summary>Who is missing, when that is to stand on a line.</summary>
    [Parameter, EditorRequired]
    public Func<BoardTip, string?> ChildName { get; set; } = null!;

    [Parameter]
    public TipId? SelectedId { get; set; }

    /// <summary>The tips that are ticked.</summary>
    [Parameter, EditorRequired]
    public IReadOnlySet<TipId> Picked { get; set; } = null!;

    [Parameter]
    public EventCallback<BoardTip> OnSelect { get; set; }

    [Parameter]
    public EventCallback<(TipId Tip, bool ToHere)> OnPick { get; set; }

    /// <summary>Whether the tips have been read: before, an empty list means nothing.</summary>
    [Parameter]
    public bool IsRead { get; set; }

    /// <summary>The scrolling element.</summary>
    public ElementReference Element { get; private set; }

    /// <summary>Whether the pointer is over it.</summary>
    public bool IsHovered { get; private set; }

    private ICollection<BoardTip> Lines => (ICollection<BoardTip>)Queue.Shown;
}
