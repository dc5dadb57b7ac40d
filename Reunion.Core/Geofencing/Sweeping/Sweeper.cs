namespace Reunion.Core.Geofencing;

/// <summary>Visits all segments of some tables, on several cores when it is worth it.</summary>
internal sealed class Sweeper(int workers)
{
    private const long PhonesWorthSharing = 200_000;

    /// <summary>Runs a visit with a state of its own for each worker and returns the states.</summary>
    public IReadOnlyList<TState> Run<TState>(
        IReadOnlyList<PartnerTable> tables, Func<TState> newState, Action<TState, int, Segment> visit)
    {
        var queue = new SegmentQueue(tables);
        var count = tables.Sum(table => table.Phones) < PhonesWorthSharing ? 1 : workers;
        var states = new TState[count];
        if (count == 1)
            Work(0);
        else
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = count }, Work);
        return states;

        void Work(int worker)
        {
            var state = states[worker] = newState();
            while (queue.TryTake(out var table, out var first, out var last))
                tables[table].Segments.ForEach(first, last, segment => visit(state, table, segment));
        }
    }
}
