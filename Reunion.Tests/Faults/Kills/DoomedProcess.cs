using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Core.Partners;
using Reunion.Tests.Dispatch;

namespace Reunion.Tests.Faults.Kills;

/// <summary>What the process does that is killed: it carries the alerts of several programs at once, each with its own database and partner.</summary>
internal static class DoomedProcess
{
    /// <summary>The first argument; the run, the step, its occurrence and the data directories follow, the one to be killed at the step first.</summary>
    public const string Switch = "--dispatch-until-killed";

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>Starts it as a process of its own, which ends with this one.</summary>
    public static Process Start(int run, KillStep step, int occurrence, IEnumerable<string> folders) => Process.Start(new ProcessStartInfo(
        Path.Combine(AppContext.BaseDirectory, "Reunion.Tests"),
        [Switch, run.ToString(CultureInfo.InvariantCulture), step.ToString(), occurrence.ToString(CultureInfo.InvariantCulture), .. folders])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // Without the compiling that only pays in a long run.
        Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_CallCounting"] = "0" },
    })!;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (run, step, occurrence) = (int.Parse(arguments[0], CultureInfo.InvariantCulture), Enum.Parse<KillStep>(arguments[1]),
            int.Parse(arguments[2], CultureInfo.InvariantCulture));
        var folders = arguments[3..];
        var trap = new KillTrap(step, occurrence, folders[0], run);
        using var listening = DiagnosticListener.AllListeners.Subscribe(trap);
        var programs = folders.Select(folder => CarryAsync(new DispatchProgram(folder, services => services
            .AddHttpClient(ExchangeSender.InternalClient).AddHttpMessageHandler(() => trap.Handler(folder)))));
        // When the input ends, so has the test that started this.
        await await Task.WhenAny(Task.WhenAll(programs.ToList()), Task.Run(System.Console.In.ReadToEnd));
        return 1;
    }

    private static async Task CarryAsync(DispatchProgram program)
    {
        var partner = (await program.RowsAsync<Partner>()).Single().Id;
        program.Get<PresenceIndex>().Report(partner, [.. Enumerable.Range(1, KilledProgram.Phones).Select(i => new PositionReport(
            (ulong)i, Geodesic.Destination(DispatchScene.Centre, i * 37, 90_000.0 * i / (KilledProgram.Phones + 1)), TimeProvider.System.GetUtcNow()))]);
        await Task.WhenAll(AdvanceAsync(program), DrainAsync(program, partner));
    }

    private static async Task AdvanceAsync(DispatchProgram program)
    {
        while (true)
        {
            await using (var db = program.Db())
            {
                var alerts = await db.Set<Alert>()
                    .Where(a => a.Status != AlertStatus.Ended || a.Revisions.Any(r => r.DispatchedAtUtc == null))
                    .OrderByDescending(a => a.Id).Select(a => a.Id).ToListAsync();
                foreach (var alert in alerts)
                    await program.Get<AdvanceAlert>().ExecuteAsync(alert);
            }

            await Task.Delay(Pace);
        }
    }

    private static async Task DrainAsync(DispatchProgram program, PartnerId partner)
    {
        while (true)
        {
            await program.Get<DrainOutbox>().ExecuteAsync(partner, program.Get<PartnerCircuits>().Of(partner));
            await Task.Delay(Pace);
        }
    }
}
