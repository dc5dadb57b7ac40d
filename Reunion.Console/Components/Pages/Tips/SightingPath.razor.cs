using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>The way through the verified sightings in words; jumps that nobody makes are said to be.</summary>
public sealed partial class SightingPath
{
    [Parameter, EditorRequired]
    public BoardSnapshot Board { get; set; } = null!;

    [Parameter]
    public EventCallback<TipId> OnSelect { get; set; }

    private int Impossible => Board.Legs.Count(l => l.IsImpossible);
}
