using System.Numerics;
using Reunion.Core.Geofencing;

namespace Reunion.Tests.Geofencing;

/// <summary>A directory of segments and a dictionary that are told the same. Does without locks: one thread has them.</summary>
internal sealed class SegmentModel : IDisposable
{
    public const int Alerts = 4;
    private const int Devices = 90_000;

    private readonly Random _random;
    private readonly PagePool _pages = new();
    private readonly DeviceHash _hash = DeviceHash.New();
    private readonly AlertPlane[] _planes = [.. Enumerable.Range(0, Alerts).Select(i => new AlertPlane(default, i))];
    private readonly Dictionary<ulong, (ulong Word, int Marks)> _model = [];
    private readonly SegmentDirectory _directory;

    public SegmentModel(int seed)
    {
        _random = new Random(seed);
        _directory = new SegmentDirectory([new Segment(0, 0, _hash, _pages)]);
    }

    public int Splits { get; private set; }

    public int Segments
    {
        get
        {
            var segments = 0;
            _directory.ForEach(_ => segments++);
            return segments;
        }
    }

    /// <summary>A dozen random changes.</summary>
    /// <param name="growth">How likely each is to add something.</param>
    public void Add(double growth)
    {
        for (var i = 0; i < 12; i++)
        {
            // Numbers as partners have them: in a row, or all over.
            var n = (ulong)_random.Next(1, Devices);
            var device = n % 2 == 0 ? n : n * 0x9E3779B97F4A7C15;
            if (_random.NextDouble() < growth)
                Put(device);
            else
                Take(device);
        }
    }

    public void Compact() => _directory.ForEach(segment => segment.Compact());

    /// <summary>An alert ends: its marks go, and its place is another's.</summary>
    public void DropAlert(int alert)
    {
        _planes[alert].Drop();
        foreach (var (device, entry) in _model.Where(entry => (entry.Value.Marks & (1 << alert)) != 0).ToList())
            Note(device, entry with { Marks = entry.Marks & ~(1 << alert) });
        _directory.ForEach(segment =>
        {
            segment.Marks.Remove(_planes[alert]);
            for (var slot = 0; slot < segment.Capacity; slot++)
            {
                while (segment.IdAt(slot) != 0 && segment.WordAt(slot) == 0 && segment.Forget(slot))
                {
                }
            }
        });
        _planes[alert] = new AlertPlane(default, alert);
    }

    public void Check()
    {
        var (used, unplaced, marked) = (0, 0, 0L);
        _directory.ForEach(segment =>
        {
            (used, unplaced) = (used + segment.Used, unplaced + segment.Unplaced);
            foreach (var plane in _planes)
                marked += segment.Marks.Find(plane)?.Sum(bits => (long)BitOperations.PopCount(bits)) ?? 0;
            Assert.Equal(segment.Used, segment.Blocks.ToArray().Sum(block => block.Used));
        });
        Assert.Equal((_model.Count, _model.Count(entry => entry.Value.Word == 0)), (used, unplaced));
        Assert.Equal(_model.Sum(entry => (long)BitOperations.PopCount((uint)entry.Value.Marks)), marked);
        for (ulong n = 1; n < Devices; n++)
        {
            var device = n % 2 == 0 ? n : n * 0x9E3779B97F4A7C15;
            var segment = _directory.Find(_hash.Of(device));
            var slot = segment.Find(device, _hash.Of(device));
            var isKnown = _model.TryGetValue(device, out var entry);
            if (isKnown != slot >= 0 || (isKnown && (segment.IdAt(slot) != device || segment.WordAt(slot) != entry.Word)))
                Assert.Fail($"{device} is {(isKnown ? "" : "not ")}to be found, with {entry.Word:x}; slot {slot}");
            for (var i = 0; i < Alerts && slot >= 0; i++)
                Assert.Equal((entry.Marks & (1 << i)) != 0, segment.Marks.IsSet(_planes[i], slot));
        }
    }

    public void Dispose() => _pages.Dispose();

    private void Put(ulong device)
    {
        var deviceHash = _hash.Of(device);
        var segment = _directory.Find(deviceHash);
        // Half of the writes have grown another segment before.
        var growths = (int)(device & 1);
        int slot;
        for (; !segment.TryEnsure(device, deviceHash, ref growths, out slot); segment = _directory.Find(deviceHash))
        {
            _directory.Split(segment);
            Splits++;
        }
        var (word, marks) = _model.GetValueOrDefault(device);
        if (_random.Next(4) > 0 || marks == 0)
            segment.Place(slot, word = PackedPosition.Of(_random.Next(Grid.Rows), _random.Next(Grid.Columns), _random.Next()));
        var alert = _random.Next(Alerts * 2);
        if (alert < Alerts)
        {
            Assert.Equal((marks & (1 << alert)) == 0, segment.Marks.TrySet(_planes[alert], slot));
            marks |= 1 << alert;
        }
        _model[device] = (word, marks);
    }

    /// <summary>Takes a mark back, or forgets a position.</summary>
    private void Take(ulong device)
    {
        var segment = _directory.Find(_hash.Of(device));
        var slot = segment.Find(device, _hash.Of(device));
        Assert.Equal(_model.TryGetValue(device, out var entry), slot >= 0);
        if (slot < 0)
            return;
        if (_random.Next(2) == 0)
        {
            var alert = _random.Next(Alerts);
            segment.Marks.Clear(_planes[alert], slot);
            entry.Marks &= ~(1 << alert);
        }
        if (_random.Next(3) > 0 || entry.Word == 0)
        {
            segment.Forget(slot);
            entry.Word = 0;
        }
        Note(device, entry);
    }

    private void Note(ulong device, (ulong Word, int Marks) entry)
    {
        if (entry is { Word: 0, Marks: 0 })
            _model.Remove(device);
        else
            _model[device] = entry;
    }
}
