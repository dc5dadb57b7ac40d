using Reunion.Core.Common;
using Reunion.Core.Tips.Scores;

namespace Reunion.Core.Tips.Board;

/// <summary>The board of one alert: rows in memory, and a snapshot of what they come to.</summary>
/// <remarks>Thread-safe. The rows in the database are the truth; a board can be thrown away at any moment.</remarks>
internal sealed class TipBoard(AlertId alert, TipRows rows) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Dictionary<TipId, TipRow>? _rows;
    private (string ChildName, ScoreScene Scene)? _facts;
    private volatile BoardSnapshot? _current;

    /// <summary>The snapshot of now; read at the first call. Null when there is no such alert.</summary>
    public async Task<BoardSnapshot?> GetAsync()
    {
        if (_current is { } current)
            return current;
        return await ChangeAsync(async () => _current is null && await LoadAsync()) is { } read ? read : _current;
    }

    /// <summary>Reads everything anew.</summary>
    public Task<BoardSnapshot?> ReloadAsync() => ChangeAsync(LoadAsync);

    /// <summary>Reads some tips anew, and the alert when that changed.</summary>
    /// <returns>The new snapshot, or null when nothing has changed.</returns>
    public Task<BoardSnapshot?> ApplyAsync(IReadOnlyCollection<TipId> changed, bool withAlert) => ChangeAsync(async () =>
    {
        // Nobody has looked yet: the first look reads everything.
        if (_rows is null)
            return false;
        var isNew = false;
        foreach (var row in changed.Count == 0 ? [] : await rows.OfAsync(alert, changed))
        {
            isNew |= !_rows.TryGetValue(row.Id, out var before) || before != row;
            _rows[row.Id] = row;
        }

        if (withAlert && await rows.SceneAsync(alert) is { } facts && facts != _facts)
            (_facts, isNew) = (facts, true);
        return isNew;
    });

    public void Dispose() => _gate.Dispose();

    private async Task<bool> LoadAsync()
    {
        if (await rows.SceneAsync(alert) is not { } facts)
            return false;
        _facts = facts;
        _rows = (await rows.AllAsync(alert)).ToDictionary(r => r.Id);
        return true;
    }

    private async Task<BoardSnapshot?> ChangeAsync(Func<Task<bool>> change)
    {
        await _gate.WaitAsync();
        try
        {
            return await change() ? _current = Put() : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    // What a tip comes to is worked out anew only where its row, those that agree with it, or the scene is another.
    private BoardSnapshot Put()
    {
        var sorted = _rows!.Values.ToArray();
        Array.Sort(sorted, (a, b) => b.ReceivedAtUtc.CompareTo(a.ReceivedAtUtc) is var byTime and not 0 ? byTime : b.Id.Value.CompareTo(a.Id.Value));
        var scene = _facts!.Value.Scene with
        {
            Sightings = [.. sorted.Where(r => r.Review == TipReview.Verified && r.Latitude is not null)
                .Select(r => new SceneSighting(r.Id, r.Point()!.Value, r.AtUtc)).OrderBy(s => s.AtUtc)],
        };
        var (others, clusters, all) = TipClusters.Of(sorted);
        var before = _current;
        var isSameScene = before is not null && before.Scene == scene;
        var tips = new BoardTip[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
            tips[i] = Place(before?.Find(sorted[i].Id), sorted[i], others[i], clusters[i], scene, isSameScene);
        return new BoardSnapshot(alert, _facts.Value.ChildName, scene, tips, all);
    }

    private BoardTip Place(BoardTip? known, TipRow row, int others, TipCluster? cluster, ScoreScene scene, bool isSameScene)
    {
        var score = known is not null && isSameScene && known.IsAs(row, others) ? known.Score : TipScorer.Score(row, others, scene);
        if (known is null)
            return new BoardTip { Alert = alert, Row = row, Others = others, Score = score, Cluster = cluster };
        return ReferenceEquals(score, known.Score) && known.Cluster == cluster ? known : known.With(row, others, score, cluster);
    }
}
