using System.Buffers;
using System.Runtime.CompilerServices;

namespace Reunion.Core.Geofencing;

/// <summary>Collects device ids in rented pieces, so that millions of hits neither copy nor leave garbage. Not thread-safe.</summary>
internal sealed class IdBuffer : IDisposable
{
    private const int PieceLength = 16 * 1024;
    private readonly List<ulong[]> _full = [];
    private ulong[] _piece = [];
    private int _used;

    public int Count => _full.Count * PieceLength + _used;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong id)
    {
        if ((uint)_used >= (uint)_piece.Length)
            NextPiece();
        _piece[_used++] = id;
    }

    public void CopyTo(Span<ulong> target)
    {
        foreach (var piece in _full)
        {
            piece.AsSpan(0, PieceLength).CopyTo(target);
            target = target[PieceLength..];
        }
        _piece.AsSpan(0, _used).CopyTo(target);
    }

    public void Dispose()
    {
        foreach (var piece in _full)
            ArrayPool<ulong>.Shared.Return(piece);
        if (_piece.Length > 0)
            ArrayPool<ulong>.Shared.Return(_piece);
        _full.Clear();
        (_piece, _used) = ([], 0);
    }

    private void NextPiece()
    {
        if (_piece.Length > 0)
            _full.Add(_piece);
        // A power of two, so that the pool gives exactly this length.
        (_piece, _used) = (ArrayPool<ulong>.Shared.Rent(PieceLength), 0);
    }
}
