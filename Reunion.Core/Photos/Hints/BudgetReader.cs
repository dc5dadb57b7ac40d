using MetadataExtractor.IO;

namespace Reunion.Core.Photos.Hints;

/// <summary>
/// Bytes that may be read only so often. Thousands of notes may all point to the same 64 KB: read one by one they would fill
/// the memory, so after a few times the block's own length nothing more is read.
/// </summary>
internal sealed class BudgetReader : IndexedReader
{
    private const int TimesOver = 4;

    private readonly byte[] _bytes;
    private readonly int _base;
    private readonly int[] _left;

    public BudgetReader(byte[] bytes)
        : this(bytes, 0, true, [bytes.Length * TimesOver])
    {
    }

    private BudgetReader(byte[] bytes, int from, bool isBigEndian, int[] left)
        : base(isBigEndian) => (_bytes, _base, _left) = (bytes, from, left);

    public override long Length => _bytes.Length - _base;

    public override IndexedReader WithByteOrder(bool isMotorolaByteOrder) => new BudgetReader(_bytes, _base, isMotorolaByteOrder, _left);

    public override IndexedReader WithShiftedBaseOffset(int shift) => new BudgetReader(_bytes, checked(_base + shift), IsMotorolaByteOrder, _left);

    public override int ToUnshiftedOffset(int localOffset) => localOffset + _base;

    public override byte GetByte(int index)
    {
        ValidateIndex(index, 1);
        Spend(1);
        return _bytes[_base + index];
    }

    public override byte[] GetBytes(int index, int count)
    {
        ValidateIndex(index, count);
        Spend(count);
        return _bytes.AsSpan(_base + index, count).ToArray();
    }

    protected override bool IsValidIndex(int index, int bytesRequested) =>
        index >= 0 && bytesRequested >= 0 && (long)index + bytesRequested <= Length;

    protected override void ValidateIndex(int index, int bytesRequested)
    {
        if (!IsValidIndex(index, bytesRequested))
            throw new IOException("Points outside of its block.");
    }

    private void Spend(int bytes)
    {
        _left[0] -= bytes;
        if (_left[0] < 0)
            throw new IOException("Points to the same bytes too often.");
    }
}
