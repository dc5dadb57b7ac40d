namespace Reunion.Console.Components.Map;

/// <summary>Shaded cells of a coarse grid. Only levels are sent to the browser, never counts.</summary>
/// <param name="Id">Identifies the layer.</param>
/// <param name="CellDegrees">The cells' side in degrees.</param>
/// <param name="Tone">What they stand for.</param>
/// <param name="Cells">Row, column and level of each, one after the other; rows and columns count from 90° south, 180° west.</param>
public sealed record CellsLayer(string Id, double CellDegrees, CellTone Tone, IReadOnlyList<int> Cells) : MapLayer(Id)
{
    public bool Equals(CellsLayer? other) => other is not null && (Id, CellDegrees, Tone) == (other.Id, other.CellDegrees, other.Tone)
        && (ReferenceEquals(Cells, other.Cells) || Cells.SequenceEqual(other.Cells));

    public override int GetHashCode() => HashCode.Combine(Id, CellDegrees, Cells.Count);
}
