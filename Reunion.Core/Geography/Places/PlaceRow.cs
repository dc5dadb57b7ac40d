namespace Reunion.Core.Geography.Places;

/// <summary>A line of the file: the place, and its pinyin where that differs from its Latin name.</summary>
internal sealed record PlaceRow(Place Place, string Pinyin);
