using System.Numerics;

namespace Reunion.Core.Geofencing;

/// <summary>
/// One row of tiles while its shapes are entered: at each column, which shapes begin or end to hold tiles whole or in part. Not
/// thread-safe.
/// </summary>
internal sealed class TileRow(int columns)
{
    private readonly ulong[] _inside = new ulong[columns + 1];
    private readonly ulong[] _edge = new ulong[columns + 1];
    private readonly ulong[] _changed = new ulong[(columns + 1 + 63) / 64];

    /// <summary>Enters that a shape holds some tiles in part and, among these, some whole.</summary>
    /// <param name="bit">What stands for the shape.</param>
    /// <param name="firstTouched">The first tile that it touches.</param>
    /// <param name="endTouched">Behind the last one.</param>
    /// <param name="firstWhole">The first tile that it holds whole.</param>
    /// <param name="endWhole">Behind the last one; not above the first when there is none.</param>
    public void Enter(ulong bit, int firstTouched, int endTouched, int firstWhole, int endWhole)
    {
        Change(firstTouched, 0, bit);
        if (firstWhole < endWhole)
        {
            Change(firstWhole, bit, bit);
            Change(endWhole, bit, bit);
        }
        Change(endTouched, 0, bit);
    }

    /// <summary>Reads the row from west to east, run by run, and clears it.</summary>
    /// <param name="run">Gets the first tile, the one behind the last, and what they have in common.</param>
    public void Drain(Action<int, int, TileClass> run)
    {
        TileClass current = default;
        var start = 0;
        for (var i = 0; i < _changed.Length; i++)
        {
            for (; _changed[i] != 0; _changed[i] &= _changed[i] - 1)
            {
                var column = (i << 6) | BitOperations.TrailingZeroCount(_changed[i]);
                if (current != default && column > start)
                    run(start, column, current);
                current = new TileClass(current.Inside ^ _inside[column], current.Edge ^ _edge[column]);
                start = column;
                _inside[column] = _edge[column] = 0;
            }
        }
    }

    private void Change(int column, ulong inside, ulong edge)
    {
        _inside[column] ^= inside;
        _edge[column] ^= edge;
        _changed[column >> 6] |= 1UL << column;
    }
}
