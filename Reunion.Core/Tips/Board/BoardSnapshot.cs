using System.Collections.Concurrent;
using Reunion.Core.Common;
using Reunion.Core.Tips.Scores;

namespace Reunion.Core.Tips.Board;

/// <summary>All tips of one alert at one moment; tips with one text are one. Immutable: every reviewer is handed the same one.</summary>
public sealed class BoardSnapshot
{
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<TipQuery, IReadOnlyList<BoardTip>> _answers = new();
    private readonly Dictionary<TipId, BoardTip> _byId;

    internal BoardSnapshot(AlertId alert, string childName, ScoreScene scene, IReadOnlyList<BoardTip> tips, IReadOnlyList<TipCluster> clusters)
    {
        (Alert, ChildName, Scene, Tips, Clusters, Legs) = (alert, childName, scene, tips, clusters, scene.Legs());
        _byId = tips.ToDictionary(t => t.Id);
    }

    /// <summary>The alert.</summary>
    public AlertId Alert { get; }

    /// <summary>Who is missing.</summary>
    public string ChildName { get; }

    /// <summary>What the scores stand on.</summary>
    public ScoreScene Scene { get; }

    /// <summary>The tips, the last received first.</summary>
    public IReadOnlyList<BoardTip> Tips { get; }

    /// <summary>The clusters, the densest first.</summary>
    public IReadOnlyList<TipCluster> Clusters { get; }

    /// <summary>The way through the verified sightings.</summary>
    public IReadOnlyList<SightingLeg> Legs { get; }

    /// <summary>One tip, or null.</summary>
    /// <param name="id">The tip.</param>
    public BoardTip? Find(TipId id) => _byId.GetValueOrDefault(id);

    /// <summary>The tips that a query asks for, in its order. Whoever asks the same is handed the same list.</summary>
    /// <param name="query">Which, and in what order.</param>
    public IReadOnlyList<BoardTip> Query(TipQuery query)
    {
        if (_answers.TryGetValue(query, out var kept))
            return kept;
        var answer = Answer(query);
        if (_answers.Count < MostKept)
            _answers.TryAdd(query, answer);
        return answer;
    }

    private List<BoardTip> Answer(TipQuery query)
    {
        var search = new TipSearch(query.Search);
        var found = Tips.Where(t => query.Asks(t) && search.Finds(t)).ToList();
        return query.Order switch
        {
            TipOrder.Score => [.. found.OrderByDescending(t => t.Score.Total)],
            TipOrder.Seen => [.. found.OrderByDescending(t => t.Row.AtUtc)],
            _ => found,
        };
    }
}
