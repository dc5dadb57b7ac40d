using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common;
using Reunion.Core.Common.Codes;
using Reunion.Core.Storage;
using Reunion.Core.Tips;

namespace Reunion.Bench.Tips;

/// <summary>Tips of one alert as rows: half of them around one city, the rest over a province, as long as people write.</summary>
/// <param name="contexts">Where they are stored.</param>
internal sealed class ManyTips(IDbContextFactory<ReunionDbContext> contexts)
{
    private readonly Random _random = new(4);
    private int _made;

    public async Task<IReadOnlyList<TipId>> AddAsync(AlertId alert, int count)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var tips = Enumerable.Range(0, count).Select(_ => Tip(alert)).ToList();
        db.AddRange(tips);
        await db.SaveChangesAsync();
        return [.. tips.Select(t => t.Id)];
    }

    private Tip Tip(AlertId alert)
    {
        var now = TimeProvider.System.GetUtcNow();
        var spread = _random.Next(2) == 0 ? 0.3 : 6;
        return new Tip
        {
            Id = TypedId.New<TipId>(TimeProvider.System), AlertId = alert, Kind = (TipKind)_random.Next(6), Source = TipSource.PublicPage,
            Text = $"在超市门口看到一个穿红色外套的女孩，和一名中年男子一起上了一辆灰色面包车，往火车站方向去了，号 {_made++}", Place = "城站火车站",
            Latitude = 30.27 + (_random.NextDouble() - 0.5) * spread, Longitude = 120.15 + (_random.NextDouble() - 0.5) * spread,
            SeenAtUtc = now.AddMinutes(_random.Next(600)), ReceiptCode = HumanCode.New(16), ReceivedAtUtc = now,
        };
    }
}
