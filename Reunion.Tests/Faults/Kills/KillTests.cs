using System.Collections.Concurrent;
using System.Diagnostics;
using Reunion.Core.Partners;

namespace Reunion.Tests.Faults.Kills;

/// <summary>
/// Two hundred programs die without warning: forty processes with five in each, killed by the operating system, half of them at
/// random moments and half at a certain step of a message of one of the five, which hits the other four wherever they are.
/// </summary>
public sealed class KillTests
{
    private const int Lanes = 2;
    private const int KillsOfLane = 20;
    private const int Programs = 5;

    private static readonly KillStep[] Steps = [.. Enum.GetValues<KillStep>().Where(step => step != KillStep.AnyMoment)];
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Two_hundred_killed_programs_lose_nothing_and_repeat_only_what_was_in_flight()
    {
        var reached = new ConcurrentBag<KillStep>();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => RunLaneAsync(lane, reached)));
        Assert.All(Steps, step => Assert.Contains(step, reached));
    }

    private static async Task RunLaneAsync(int lane, ConcurrentBag<KillStep> reached)
    {
        var programs = new List<KilledProgram>();
        try
        {
            for (var i = 0; i < Programs; i++)
                programs.Add(await KilledProgram.CreateAsync(i % 2 == 0 ? RecipientFormat.Json : RecipientFormat.Binary));
            var random = new Random(20260515 + lane);
            for (var run = 1; run <= KillsOfLane; run++)
            {
                foreach (var program in programs)
                    await program.GiveWorkAsync(run);
                var step = (run + lane) % 2 == 0 ? KillStep.AnyMoment : Steps[(run / 2 + lane) % Steps.Length];
                if (await RunAndKillAsync(programs, run, step, random))
                    reached.Add(step);
                foreach (var program in programs)
                    await program.LookAsync(run);
            }

            await FinishAsync(programs);
            foreach (var program in programs)
                await program.AssertNothingLostAsync();
            var repeated = programs.Sum(program => program.AssertDuplicatesWereInFlight());
            TestContext.Current.TestOutputHelper?.WriteLine($"Lane {lane}: {KillsOfLane * Programs} killed, {repeated} messages came twice");
        }
        finally
        {
            foreach (var program in programs)
                await program.DisposeAsync();
        }
    }

    /// <summary>Lets the programs run until one comes to the step, or for a moment.</summary>
    /// <returns>Whether the step was come to.</returns>
    private static async Task<bool> RunAndKillAsync(List<KilledProgram> programs, int run, KillStep step, Random random)
    {
        var (target, occurrence, moment) = (run % programs.Count, 1 + random.Next(4), TimeSpan.FromMilliseconds(random.Next(150)));
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        programs.ForEach(program => program.Arrived = () => begun.TrySetResult());
        using var process = DoomedProcess.Start(
            run, step, occurrence, programs.Index().OrderBy(p => (p.Index - target + programs.Count) % programs.Count).Select(p => p.Item.Folder));
        try
        {
            if (step == KillStep.BeforeAnswer)
                programs[target].Arrived = () =>
                {
                    begun.TrySetResult();
                    if (Interlocked.Decrement(ref occurrence) == 0)
                        process.Kill();
                };
            var ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Task.WhenAny(begun.Task, ended).WaitAsync(StartLimit, TestContext.Current.CancellationToken);
            await Task.WhenAny(ended, Task.Delay(step == KillStep.AnyMoment ? moment : StepLimit, TestContext.Current.CancellationToken));
            return process.HasExited;
        }
        finally
        {
            await EndAsync(process);
        }
    }

    private static async Task FinishAsync(List<KilledProgram> programs)
    {
        using var process = DoomedProcess.Start(KillsOfLane + 1, KillStep.AnyMoment, 0, programs.Select(program => program.Folder));
        try
        {
            var started = Stopwatch.GetTimestamp();
            while (!(await Task.WhenAll(programs.Select(program => program.IsDoneAsync()))).All(done => done))
            {
                Assert.True(Stopwatch.GetElapsedTime(started) < StartLimit, "The last run did not come to an end.");
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            await EndAsync(process);
        }
    }

    // Only a kill ends it: whatever else does is a fault.
    private static async Task EndAsync(Process process)
    {
        process.Kill();
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 128 + 9, said);
    }
}
