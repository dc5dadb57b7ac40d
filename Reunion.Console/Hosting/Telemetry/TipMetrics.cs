using System.Diagnostics.Metrics;
using Reunion.Core.Tips.Intake;

namespace Reunion.Console.Hosting.Telemetry;

/// <summary>Tells operators how fast tips come in and how well they are committed together.</summary>
internal sealed class TipMetrics
{
    /// <summary>Starts telling.</summary>
    public TipMetrics(IMeterFactory meters, TipWriter writer)
    {
        var meter = meters.Create("Reunion.Tips");
        meter.CreateObservableCounter("reunion.tips.committed", () => writer.Tips, "{tip}", "Tips that were stored.");
        meter.CreateObservableCounter("reunion.tips.groups", () => writer.Groups, "{group}", "Transactions in which they were.");
        meter.CreateObservableGauge("reunion.tips.waiting", () => writer.Waiting, "{tip}", "Tips that wait for their transaction.");
    }
}
