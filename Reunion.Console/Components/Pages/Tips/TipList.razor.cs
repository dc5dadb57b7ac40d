using Microsoft.AspNetCore.Components;
using Reunion.Console.Live;
using Reunion.Core.Common;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>The lines of the queue.</summary>
public sealed partial class TipList
{
    [Parameter, EditorRequired]
    public IReadOnlyList<TipSummary> Tips { get; set; } = [];

    [Parameter, EditorRequired]
    public MapSnapshot Alerts { get; set; } = MapSnapshot.Empty;

    [Parameter]
    public TipId? SelectedId { get; set; }

    [Parameter]
    public EventCallback<TipSummary> OnSelect { get; set; }

    /// <summary>Whether the tips have been read: before, an empty list means nothing.</summary>
    [Parameter]
    public bool IsRead { get; set; }
}
