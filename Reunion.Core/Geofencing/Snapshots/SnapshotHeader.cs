using System.Buffers.Binary;
using System.Text;

namespace Reunion.Core.Geofencing;

/// <summary>What a snapshot file begins with: 64 bytes, little-endian.</summary>
/// <param name="SaveId">Which saving it belongs to.</param>
/// <param name="SavedAtUnixSeconds">When the saving began.</param>
/// <param name="HashKey">The table's key; without it no device would be found where it lies.</param>
/// <param name="Epoch">The partner's epoch, 32 hex digits.</param>
internal readonly record struct SnapshotHeader(long SaveId, long SavedAtUnixSeconds, ulong HashKey, string Epoch)
{
    public const int Bytes = 64;
    private const ulong Magic = 0x31_53_45_52_50_4E_52; // "RNPRES1"

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(target, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(target[8..], SaveId);
        BinaryPrimitives.WriteInt64LittleEndian(target[16..], SavedAtUnixSeconds);
        BinaryPrimitives.WriteUInt64LittleEndian(target[24..], HashKey);
        Encoding.ASCII.GetBytes(Epoch, target[32..]);
    }

    /// <exception cref="InvalidDataException">It is no such header.</exception>
    public static SnapshotHeader Read(ReadOnlySpan<byte> from) =>
        BinaryPrimitives.ReadUInt64LittleEndian(from) == Magic
            ? new SnapshotHeader(
                BinaryPrimitives.ReadInt64LittleEndian(from[8..]), BinaryPrimitives.ReadInt64LittleEndian(from[16..]),
                BinaryPrimitives.ReadUInt64LittleEndian(from[24..]), Encoding.ASCII.GetString(from[32..Bytes]))
            : throw new InvalidDataException("It does not begin as a snapshot of this version.");
}
