using System.Buffers.Binary;
using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>
/// Remembers on disk what was erased since a snapshot was taken, so that a restart does not bring it back. An erasure is on the disk when
/// <see cref="Add"/> returns. Thread-safe.
/// </summary>
/// <remarks>Two files, so that what is erased while a snapshot is being taken outlives the one before: 24 bytes an entry.</remarks>
internal sealed class ErasureLog(string directory) : IDisposable
{
    private const int EntryBytes = 16 + sizeof(ulong);
    private readonly Lock _gate = new();
    private FileStream? _file;

    private string Current => Path.Combine(directory, "erased");

    private string Before => Path.Combine(directory, "erased.before");

    /// <summary>Notes an erasure.</summary>
    /// <param name="partner">Whose phones.</param>
    /// <param name="device">The phone; 0 for all.</param>
    public void Add(PartnerId partner, ulong device)
    {
        Span<byte> entry = stackalloc byte[EntryBytes];
        partner.Value.TryWriteBytes(entry);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[16..], device);
        lock (_gate)
        {
            _file ??= SnapshotFiles.Append(Current);
            _file.Write(entry);
            _file.Flush(flushToDisk: true);
        }
    }

    /// <summary>A snapshot begins: what comes from now on must be remembered beyond it.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
            // One that an earlier saving did not finish is kept too.
            if (File.Exists(Current))
            {
                using (var before = SnapshotFiles.Append(Before))
                {
                    before.Write(File.ReadAllBytes(Current));
                    before.Flush(flushToDisk: true);
                }
                File.Delete(Current);
            }
        }
    }

    /// <summary>The snapshot is on disk: what was erased before it began is not in it.</summary>
    public void End()
    {
        lock (_gate)
            File.Delete(Before);
    }

    /// <summary>What was erased since the last snapshot, in order; an entry that was cut off was never acknowledged.</summary>
    public IReadOnlyList<(PartnerId Partner, ulong Device)> Read()
    {
        lock (_gate)
        {
            var entries = new List<(PartnerId, ulong)>();
            foreach (var path in new[] { Before, Current }.Where(File.Exists))
            {
                foreach (var entry in File.ReadAllBytes(path).Chunk(EntryBytes).Where(entry => entry.Length == EntryBytes))
                    entries.Add((new PartnerId(new Guid(entry.AsSpan(0, 16))), BinaryPrimitives.ReadUInt64LittleEndian(entry.AsSpan(16))));
            }
            return entries;
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _file?.Dispose();
    }
}
