using Reunion.Core.Geofencing;

namespace Reunion.Tests.Geofencing;

/// <summary>Segments, doing whatever they can do in random order, against a dictionary that does the same.</summary>
public class SegmentModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Segments_that_grow_split_forget_and_shrink_hold_what_a_dictionary_holds(int seed)
    {
        using var model = new SegmentModel(seed);
        for (var round = 0; round < 12; round++)
        {
            // Fills to beyond a split, then empties far enough to be compacted.
            for (var i = 0; i < 14_000; i++)
                model.Add(round % 2 == 0 ? 0.9 : 0.2);
            model.Check();
            model.DropAlert(round % SegmentModel.Alerts);
            model.Compact();
            model.Check();
        }
        Assert.True(model.Splits > 0 && model.Segments > 1);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_device_removed_before_the_end_of_a_block_brings_those_that_wrapped_around_back_with_their_marks(int seed)
    {
        var random = new Random(seed);
        using var pages = new PagePool();
        var hash = DeviceHash.New();
        var planes = Enumerable.Range(0, 3).Select(i => new AlertPlane(default, i)).ToArray();
        var segment = new Segment(0, 0, hash, pages);
        var model = new Dictionary<ulong, (ulong Word, int Marks)>();
        // In a segment of one block a home is the top of the hash. These crowd around the block's end.
        var devices = Homes(hash, home => home >= SlotBlock.Capacity - 40 || home < 20).Take(120).ToArray();
        for (var step = 0; step < 30_000; step++)
        {
            var device = devices[random.Next(devices.Length)];
            var deviceHash = hash.Of(device);
            if (random.Next(2) == 0 && segment.Find(device, deviceHash) is var found and >= 0)
            {
                for (var i = 0; i < planes.Length && random.Next(3) > 0; i++)
                {
                    segment.Marks.Clear(planes[i], found);
                    model[device] = model[device] with { Marks = model[device].Marks & ~(1 << i) };
                }
                segment.Forget(found);
                if (model[device].Marks == 0)
                    model.Remove(device);
                else
                    model[device] = model[device] with { Word = 0 };
            }
            else
            {
                Assert.True(segment.TryEnsure(device, deviceHash, out var slot));
                var (_, marks) = model.GetValueOrDefault(device);
                var word = PackedPosition.Of(random.Next(Grid.Rows), random.Next(Grid.Columns), step);
                segment.Place(slot, word);
                var plane = random.Next(planes.Length);
                Assert.Equal((marks & (1 << plane)) == 0, segment.Marks.TrySet(planes[plane], slot));
                model[device] = (word, marks | (1 << plane));
            }
            if (step % 50 == 0)
                AssertSame(segment, hash, planes, devices, model);
        }
        Assert.Single(segment.Blocks.ToArray());
        AssertSame(segment, hash, planes, devices, model);
    }

    private static IEnumerable<ulong> Homes(DeviceHash hash, Func<int, bool> isWanted)
    {
        for (ulong device = 1; ; device++)
        {
            if (isWanted((int)(hash.Of(device) >> (64 - SlotBlock.SlotBits))))
                yield return device;
        }
    }

    private static void AssertSame(
        Segment segment, DeviceHash hash, AlertPlane[] planes, ulong[] devices, Dictionary<ulong, (ulong Word, int Marks)> model)
    {
        Assert.Equal(model.Count, segment.Used);
        Assert.Equal(model.Count(entry => entry.Value.Word == 0), segment.Unplaced);
        foreach (var device in devices)
        {
            var slot = segment.Find(device, hash.Of(device));
            Assert.Equal(model.ContainsKey(device), slot >= 0);
            if (slot < 0)
                continue;
            Assert.Equal(model[device].Word, segment.WordAt(slot));
            for (var i = 0; i < planes.Length; i++)
                Assert.Equal((model[device].Marks & (1 << i)) != 0, segment.Marks.IsSet(planes[i], slot));
        }
        // No mark is left behind where nobody is.
        for (var slot = 0; slot < segment.Capacity; slot++)
        {
            if (segment.IdAt(slot) == 0)
                Assert.True(!segment.Marks.IsAnySet(slot) && segment.WordAt(slot) == 0);
        }
    }
}
