using System.Diagnostics;
using System.Globalization;
using Reunion.Core.Geography.Places;
using Reunion.Core.Seeding;

namespace Reunion.Console.Demo;

/// <summary>Runs the demo once the surfaces listen: phones move, apps report receipts, people send tips.</summary>
internal sealed class DemoRun(
    DemoApps demo, DemoPartnerFile file, Settlements settlements, Gazetteer gazetteer, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILoggerFactory logs) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);

        await Task.Run(() => demo.OpenAsync(stoppingToken), stoppingToken);
        var log = logs.CreateLogger<PhoneReporter>();
        var reporters = demo.Apps.Select((app, i) => new PhoneReporter(app, zip: i % 2 == 1, clock, log)).ToList();
        var reported = Stopwatch.GetTimestamp();
        await Task.WhenAll(reporters.Select(r => r.StartAsync(stoppingToken)));
        Announce(Stopwatch.GetElapsedTime(reported));

        var tips = new TipTeller(demo.Apps, new TipInventor(gazetteer, clock), clock, logs.CreateLogger<TipTeller>());
        var feedback = demo.Apps.Select(app => new FeedbackTeller(app, clock, logs.CreateLogger<FeedbackTeller>()).RunAsync(stoppingToken));
        await Task.WhenAll([.. reporters.Select(r => r.StreamAsync(stoppingToken)), .. feedback, tips.RunAsync(stoppingToken)]);
    }

    private void Announce(TimeSpan took)
    {
        Line("Apps", string.Create(CultureInfo.InvariantCulture, $"{demo.Apps.Count} simulated at {demo.Address}, keys in {file.Path}"));
        Line("Phones", string.Create(CultureInfo.InvariantCulture,
            $"{demo.Apps.Sum(a => a.Phones.Count):N0} simulated in {settlements.Count:N0} cities, reported in {took.TotalSeconds:0.0} s"));
    }

    private static void Line(string word, string value) => System.Console.Out.WriteLine($"{word,-9}{value}");
}
