using Reunion.Console.Components.Map;
using Reunion.Core.Geography;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Tips that would lie on each other on the map.</summary>
/// <param name="Id">The same for the same patch of the map at the same zoom.</param>
/// <param name="Point">The middle of their places.</param>
/// <param name="Bounds">The box round their places.</param>
/// <param name="Tip">One of them: the one that most wants a reviewer.</param>
/// <param name="Count">How many there are.</param>
public sealed record TipHeap(string Id, GeoPoint Point, MapBounds Bounds, BoardTip Tip, int Count);
