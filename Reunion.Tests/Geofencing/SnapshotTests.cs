using Microsoft.Extensions.Time.Testing;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;

namespace Reunion.Tests.Geofencing;

/// <summary>What a restart brings back, and what it must not.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const int Phones = 200_000;
    private static readonly GeoPoint Centre = new(30.2741, 120.1551);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly string _directory = Directory.CreateTempSubdirectory("reunion-presence").FullName;
    private readonly PartnerId _partner;
    private readonly PartnerId _other;
    private PresenceIndex _index;
    private PresenceSnapshots _snapshots;

    public SnapshotTests()
    {
        (_partner, _other) = (TypedId.New<PartnerId>(_clock), TypedId.New<PartnerId>(_clock));
        _index = new PresenceIndex(new PresenceOptions(), _clock);
        _snapshots = new PresenceSnapshots(_index, _directory, _clock);
        _index.Report(_partner, [.. Enumerable.Range(1, Phones).Select(i => new PositionReport((ulong)i, PointOf(i), _clock.GetUtcNow()))]);
        _index.Report(_other, [new(7, Centre, _clock.GetUtcNow())]);
    }

    public void Dispose()
    {
        _snapshots.Dispose();
        _index.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public void A_whole_snapshot_brings_back_every_phone_where_it_was_and_the_epochs()
    {
        var (epoch, inside) = (_index.EpochOf(_partner), CountWithin(40_000));
        _snapshots.Save(isComplete: true);

        Assert.Equal([(_partner, (long)Phones), (_other, 1L)], Restart().OrderByDescending(l => l.Phones).Select(l => (l.Partner, l.Phones)));

        Assert.Equal(epoch, _index.EpochOf(_partner));
        Assert.Equal(inside, CountWithin(40_000));
        Assert.Equal(Phones, CountWithin(200_000));
        Assert.Contains(123_456UL, Claimed(PointOf(123_456), 60));
        Assert.Equal(0, _index.Report(_partner, [new(1, Centre, _clock.GetUtcNow().AddSeconds(-1))]).Accepted);
        Assert.True(_index.Erase(_partner, 77));
    }

    [Fact]
    public void Positions_may_be_missing_from_one_that_is_not_the_last_word_so_the_epoch_changes()
    {
        var epoch = _index.EpochOf(_partner);
        _snapshots.Save(isComplete: false);

        Restart();

        Assert.Equal(Phones, _index.CountPhones(_partner));
        Assert.NotEqual(epoch, _index.EpochOf(_partner));
    }

    [Fact]
    public void A_whole_snapshot_counts_as_whole_once_only()
    {
        _snapshots.Save(isComplete: true);
        Restart();
        var epoch = _index.EpochOf(_partner);
        // The program dies now: what it was told since its start is lost.
        Restart();

        Assert.NotEqual(epoch, _index.EpochOf(_partner));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(1_000)]
    [InlineData(-200_000)]
    [InlineData(-1)]
    public void A_torn_snapshot_is_skipped_whole_and_asks_for_everything(int length)
    {
        var epoch = _index.EpochOf(_partner);
        _snapshots.Save(isComplete: true);
        using (var file = new FileStream(FileOf(_partner), FileMode.Open))
            file.SetLength(length < 0 ? file.Length + length : length);

        Assert.Single(Restart(), loaded => loaded.Partner == _partner && loaded.Fault is not null);

        Assert.Equal(0, _index.CountPhones(_partner));
        Assert.NotEqual(epoch, _index.EpochOf(_partner));
        Assert.Equal(1, _index.CountPhones(_other));
    }

    [Fact]
    public void One_changed_bit_anywhere_is_noticed()
    {
        _snapshots.Save(isComplete: true);
        var whole = File.ReadAllBytes(FileOf(_partner));
        var random = new Random(1);
        foreach (var at in Enumerable.Range(0, 40).Select(_ => random.Next(whole.Length)).Concat([0, 8, 20, 72, 80, 84, 92]))
        {
            var changed = whole.ToArray();
            changed[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(FileOf(_partner), changed);
            Assert.Contains(Restart(), loaded => loaded.Partner == _partner && loaded.Fault is not null);
            Assert.Equal(0, _index.CountPhones(_partner));
        }
    }

    [Fact]
    public void What_was_erased_stays_erased()
    {
        _snapshots.Save(isComplete: false);
        Assert.True(_index.Erase(_partner, 5));
        _index.EraseAll(_other);

        Restart();

        Assert.Equal(Phones - 1, _index.CountPhones(_partner));
        Assert.Equal(0, _index.CountPhones(_other));
        Assert.False(_index.Erase(_partner, 5));
        _snapshots.Save(isComplete: false);
        Restart();
        Assert.Equal(Phones - 1, _index.CountPhones(_partner));
    }

    [Fact]
    public void Positions_grow_old_on_disk_too()
    {
        _clock.Advance(TimeSpan.FromHours(20));
        _index.Report(_partner, [new(1, Centre, _clock.GetUtcNow())]);
        _snapshots.Save(isComplete: true);
        _clock.Advance(TimeSpan.FromHours(5));
        Restart();
        Assert.Equal(1, _index.CountPhones(_partner));

        _snapshots.Save(isComplete: true);
        _clock.Advance(TimeSpan.FromHours(25));
        Assert.All(Restart(), loaded => Assert.NotNull(loaded.Fault));
        Assert.Equal(0, _index.CountPhones(_partner));
    }

    [Fact]
    public void A_table_that_came_from_a_snapshot_grows_and_forgets_like_any_other()
    {
        _snapshots.Save(isComplete: true);
        Restart();

        _index.Report(_partner, [.. Enumerable.Range(Phones + 1, Phones).Select(i => new PositionReport((ulong)i, Centre, _clock.GetUtcNow()))]);
        Assert.Equal(2 * Phones, _index.CountPhones(_partner));
        _clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(2 * Phones + 1, _index.ForgetStale());
    }

    [Fact]
    public void Others_may_not_read_the_files()
    {
        _snapshots.Save(isComplete: true);
        foreach (var path in Directory.EnumerateFiles(_directory))
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    private static GeoPoint PointOf(int device) => Geodesic.Destination(Centre, device * 0.77 % 360, 200 + device * 0.5);

    private string FileOf(PartnerId partner) => Path.Combine(_directory, partner + ".presence");

    private long CountWithin(double metres) => _index.Count([new Disc(Centre, metres)])[_partner][0];

    private ulong[] Claimed(GeoPoint centre, double metres)
    {
        using var claimed = _index.Claim(TypedId.New<AlertId>(_clock), _partner, new DistanceBands(centre, [0, metres]));
        return [.. claimed.Bands.SelectMany(band => band.ToArray())];
    }

    private IReadOnlyList<LoadedSnapshot> Restart()
    {
        _snapshots.Dispose();
        _index.Dispose();
        _index = new PresenceIndex(new PresenceOptions(), _clock);
        _snapshots = new PresenceSnapshots(_index, _directory, _clock);
        return _snapshots.Load();
    }
}
