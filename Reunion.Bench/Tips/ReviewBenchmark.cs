using System.Diagnostics;
using Microsoft.Playwright;
using Reunion.Bench.Http;
using Reunion.Bench.Screens;

namespace Reunion.Bench.Tips;

/// <summary>How long a supervisor waits for the review board in a browser, with many tips on one alert: the longest of ten times.</summary>
internal sealed class ReviewBenchmark : IBenchmark
{
    private const string Chromium = "/usr/bin/chromium";
    private const int Rounds = 10;

    /// <summary>How many tips the page says that it shows.</summary>
    private const string Shown = @"Number(document.querySelector('[data-testid=tips-count]').innerText.replace(/\D/g, ''))";

    public string Name => "review";

    public string Description => "the review board in a browser, with one alert's tips; --tips N (20000)";

    public void Run(BenchOptions options) => RunAsync((int)options.Number("tips", 20_000)).GetAwaiter().GetResult();

    private static async Task RunAsync(int tips)
    {
        if (!File.Exists(Chromium))
            throw new InvalidOperationException("Chromium is missing. Install it: apt-get install chromium.");
        Report.Progress("starting the program");
        using var program = new RunningConsole();
        Report.Progress($"storing {tips:N0} tips");
        var (alert, _) = await LiveAlert.IssueAsync(program.DataDirectory, tips);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        var page = await SupervisorAsync(browser, program.ConsoleUrl);

        var board = new Uri(program.ConsoleUrl, $"tips?alert={alert}").ToString();
        Report.Progress("opening and filtering");
        await LoadAsync(page, board, tips);
        var (load, open, filter, search) = (new Durations(Rounds), new Durations(Rounds), new Durations(Rounds), new Durations(Rounds));
        for (var i = 0; i < Rounds; i++)
        {
            open.Add(await OpenAsync(page, program.ConsoleUrl, tips));
            load.Add(await LoadAsync(page, board, tips));
            filter.Add(await ChangeAsync(page, () => page.GetByTestId("filter-kind").SelectOptionAsync(new SelectOptionValue { Index = 1 + i % 5 })));
            await ChangeAsync(page, () => page.GetByTestId("filter-kind").SelectOptionAsync(new SelectOptionValue { Index = 0 }));
            search.Add(await ChangeAsync(page, () => page.GetByTestId("tip-search").FillAsync($"号 {i}7")));
        }

        Report.Progress($"medians: opening {open.Percentile(0.5):0} ms, loading {load.Percentile(0.5):0} ms, filtering {filter.Percentile(0.5):0} ms, searching {search.Percentile(0.5):0} ms");
        Report.Figure("open_ms", open.Longest, "ms");
        Report.Figure("load_ms", load.Longest, "ms");
        Report.Figure("filter_ms", filter.Longest, "ms");
        Report.Figure("search_ms", search.Longest, "ms");
    }

    private static async Task<IPage> SupervisorAsync(IBrowser browser, Uri console)
    {
        var cookies = await SignedIn.AsSupervisorAsync(console);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-US", ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        await context.AddCookiesAsync(cookies.GetAllCookies().Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = console.ToString() }));
        return await context.NewPageAsync();
    }

    /// <summary>From a click on "Tips" in the console to the drawn list of all tips.</summary>
    private static async Task<double> OpenAsync(IPage page, Uri console, int tips)
    {
        await page.GotoAsync(new Uri(console, "cases").ToString());
        await page.GetByTestId("cases-page").WaitForAsync();
        var started = Stopwatch.GetTimestamp();
        await page.Locator(".r-rail-link[href=tips]").ClickAsync();
        return await DrawnAsync(page, started, tips);
    }

    /// <summary>From the address to the drawn list of all tips: the page, its scripts and its circuit included.</summary>
    private static async Task<double> LoadAsync(IPage page, string board, int tips)
    {
        await page.GotoAsync("about:blank");
        var started = Stopwatch.GetTimestamp();
        await page.GotoAsync(board, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        return await DrawnAsync(page, started, tips);
    }

    private static async Task<double> DrawnAsync(IPage page, long started, int tips)
    {
        await page.GetByTestId("tip-line").First.WaitForAsync();
        await page.WaitForFunctionAsync($"tips => {Shown} >= tips", tips);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>From a change of what is asked for to the list that answers it.</summary>
    private static async Task<double> ChangeAsync(IPage page, Func<Task> change)
    {
        var before = await page.EvaluateAsync<int>($"() => {Shown}");
        var started = Stopwatch.GetTimestamp();
        await change();
        // The demo's apps send a tip now and then, which changes the number by itself.
        await page.WaitForFunctionAsync(
            $"before => Math.abs({Shown} - before) > 100 && document.querySelector('[data-testid=tip-line]')", before);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
