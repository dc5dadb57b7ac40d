using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

public sealed partial class PresenceIndex
{
    private ErasureLog? _erasures;

    internal IEnumerable<PartnerTable> Tables => _tables.Values;

    /// <summary>From now on erasures are remembered on disk.</summary>
    internal void Remember(ErasureLog erasures) => _erasures = erasures;

    /// <summary>Erases what a snapshot brought back although it had been erased; nothing is written.</summary>
    internal void EraseAgain(PartnerId partner, ulong device)
    {
        using var use = _guard.Enter();
        if (!_tables.TryGetValue(partner, out var table))
            return;
        if (device == 0)
            table.EraseAll();
        else
            table.Erase(device);
    }

    /// <summary>Takes a partner's table from a snapshot, unless it is too old.</summary>
    /// <param name="partner">The partner, of whom nothing is known yet.</param>
    /// <param name="file">The snapshot.</param>
    /// <param name="complete">Which saving nothing was reported after; 0 for none.</param>
    /// <returns>Whether it was of that saving, so that the partner keeps its epoch.</returns>
    /// <exception cref="InvalidDataException">It was cut off, changed, or is too old.</exception>
    internal bool Adopt(PartnerId partner, Stream file, long complete)
    {
        using var use = _guard.Enter();
        var reader = new SnapshotReader(file, _pages);
        var header = reader.ReadHeader();
        var age = _clock.GetUtcNow().ToUnixTimeSeconds() - header.SavedAtUnixSeconds;
        if (age > _options.Retention.TotalSeconds || age < -PackedPosition.AheadSeconds)
            throw new InvalidDataException("It is older than positions may be.");
        var isComplete = header.SaveId == complete;
        var table = reader.ReadTable(partner, header, isComplete ? header.Epoch : NewEpoch());
        return _tables.TryAdd(partner, table)
            ? isComplete
            : throw new InvalidOperationException("Positions were reported before snapshots were loaded.");
    }
}
