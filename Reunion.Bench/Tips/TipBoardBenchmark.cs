extern alias program;

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using program::Reunion.Console.Components.Map;
using program::Reunion.Console.Components.Pages.Tips;
using program::Reunion.Console.Hosting;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;
using Reunion.Core.Tips.Board;

namespace Reunion.Bench.Tips;

/// <summary>What the review board costs with many tips on one alert, and what it costs once more for each open console.</summary>
internal sealed class TipBoardBenchmark : IBenchmark
{
    private const int Rounds = 15;
    private const int NewTips = 50;

    private static readonly Actor Reviewer = new("reviewer", "Reviewer", "330100", "Unit", [Roles.Supervisor]);
    private static readonly MapView View = new(new MapBounds(26, 112, 36, 126), 7);

    public string Name => "tip-board";

    public string Description => "the review board of one alert; --tips N (20000)";

    public void Run(BenchOptions options) => RunAsync(options).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchOptions options)
    {
        using var data = new OwnedDirectory("tip-board", () => { });
        await using var app = ReunionHost.Create(
            [
                "--Reunion:Console:Url=http://localhost:0", "--Reunion:Partner:Url=http://localhost:0", "--Reunion:Public:Url=http://localhost:0",
                $"--Reunion:DataDirectory={data.Path}",
            ],
            builder => builder.Logging.ClearProviders());
        await app.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync();
        var stored = new ManyTips(app.Services.GetRequiredService<IDbContextFactory<ReunionDbContext>>());
        var (alert, _) = await LiveAlert.IssueAsync(data.Path);
        Report.Progress("storing tips");
        await stored.AddAsync(alert, (int)options.Number("tips", 20_000));

        var boards = app.Services.GetRequiredService<TipBoards>();
        var (read, step, query, search, console) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        await boards.GetAsync(Reviewer, alert);
        Report.Progress("measuring");
        var (queue, score) = (new TipQueue(), 0);
        for (var i = 0; i < Rounds; i++)
        {
            read.Add(await TimeAsync(() => boards.RebuildAsync(alert)));
            var arrived = await stored.AddAsync(alert, NewTips);
            step.Add(await TimeAsync(() => boards.CatchUpAsync(alert, arrived)));
            var board = await boards.GetAsync(Reviewer, alert);
            // No query is asked twice: what was answered is kept.
            query.Add(Stopclock.Milliseconds(() => board.Query(new TipQuery { Order = TipOrder.Score, MinScore = ++score })));
            search.Add(Stopclock.Milliseconds(() => board.Query(new TipQuery { Search = $"红色 {i}" })));
            var list = board.Query(new TipQuery());
            console.Add(Stopclock.Milliseconds(() =>
            {
                queue.Update(list);
                TipHeaps.Of(list, View);
            }));
        }

        Report.Figure("read_board", Median(read), "ms");
        Report.Figure("follow_50_tips", Median(step), "ms");
        Report.Figure("filter_and_order", Median(query), "ms");
        Report.Figure("search", Median(search), "ms");
        Report.Figure("one_more_console", Median(console), "ms");
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
