using Reunion.Core.Common;

namespace Reunion.Core.Geofencing;

/// <summary>Keeps an index's positions on disk over a restart: a file for each partner, and what was erased since.</summary>
/// <remarks>
/// A snapshot is a help, not the truth: one that is torn, changed, too old or missing is skipped, and the partner's new epoch makes it send
/// everything again. Only when the last thing that an index did was to be saved whole do its partners keep their epochs. Saving costs
/// about as long as the disk takes for 18 bytes a phone, loading as long as reading them; positions are taken meanwhile. Saves take turns.
/// </remarks>
public sealed class PresenceSnapshots : IDisposable
{
    private const string Extension = ".presence";
    private readonly Lock _gate = new();
    private readonly PresenceIndex _index;
    private readonly string _directory;
    private readonly TimeProvider _clock;
    private readonly ErasureLog _erasures;

    /// <summary>Snapshots of an index in a directory.</summary>
    /// <param name="index">The index; from now on its erasures are written there before they are done with.</param>
    /// <param name="directory">Where; made when it is missing. One index at a time may use it.</param>
    /// <param name="clock">Gives the time.</param>
    public PresenceSnapshots(PresenceIndex index, string directory, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(index);
        // Where phones are is nobody else's business.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (_index, _directory, _clock, _erasures) = (index, directory, clock, new ErasureLog(directory));
        index.Remember(_erasures);
    }

    private string CompleteMark => Path.Combine(_directory, "complete");

    /// <summary>Brings back what was saved; for an index in which nothing was reported yet.</summary>
    /// <returns>What became of each partner's snapshot.</returns>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public IReadOnlyList<LoadedSnapshot> Load()
    {
        lock (_gate)
        {
            var complete = TakeCompleteMark();
            LoadedSnapshot[] loaded =
            [
                .. Directory.EnumerateFiles(_directory, "*" + Extension)
                    .Select(path => TypedId.TryParse<PartnerId>(Path.GetFileNameWithoutExtension(path), out var partner)
                        ? Load(path, partner, complete)
                        : null)
                    .OfType<LoadedSnapshot>()
            ];
            foreach (var (partner, device) in _erasures.Read())
                _index.EraseAgain(partner, device);
            _index.ForgetStale();
            return [.. loaded.Select(snapshot => snapshot with { Phones = _index.CountPhones(snapshot.Partner) })];
        }
    }

    /// <summary>Saves all partners' positions.</summary>
    /// <param name="isComplete">Whether nothing will be reported or erased afterwards, as at the end of the program.</param>
    /// <exception cref="IOException">The disk is full or not there; the snapshots before stay.</exception>
    public void Save(bool isComplete)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var id = now.UtcTicks;
            _erasures.Begin();
            foreach (var table in _index.Tables)
            {
                var header = new SnapshotHeader(id, now.ToUnixTimeSeconds(), table.Hash.Key, table.Epoch);
                SnapshotFiles.Replace(PathOf(table.Partner), file => new SnapshotWriter(file).Write(table, header));
            }
            if (isComplete)
                SnapshotFiles.Replace(CompleteMark, file => file.Write(BitConverter.GetBytes(id)));
            _erasures.End();
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose() => _erasures.Dispose();

    private string PathOf(PartnerId partner) => Path.Combine(_directory, partner + Extension);

    private LoadedSnapshot Load(string path, PartnerId partner, long complete)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            var isComplete = _index.Adopt(partner, file, complete);
            return new LoadedSnapshot(partner, 0, isComplete);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return new LoadedSnapshot(partner, 0, false, fault.Message);
        }
    }

    /// <summary>Which saving was complete, if the last one was. The mark is gone from the disk before anything new can be reported.</summary>
    private long TakeCompleteMark()
    {
        if (!File.Exists(CompleteMark))
            return 0;
        var mark = File.ReadAllBytes(CompleteMark);
        SnapshotFiles.Replace(CompleteMark, file => file.Write(stackalloc byte[sizeof(long)]));
        return mark.Length == sizeof(long) ? BitConverter.ToInt64(mark) : 0;
    }
}
