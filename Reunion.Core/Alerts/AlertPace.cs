using Reunion.Core.Cases;

namespace Reunion.Core.Alerts;

/// <summary>From when an alert's clock counts.</summary>
internal static class AlertPace
{
    /// <summary>
    /// The instant that the first circle's clock counts from. What passed before issuing passed at the world's pace and is
    /// shortened to the alert's, so that a demo opens with the radius that the real alert would.
    /// </summary>
    public static DateTimeOffset ClockStart(Case missing, ClockStart start, DateTimeOffset now, double timeScale)
    {
        var from = start == Alerts.ClockStart.LastSeen ? missing.LastSeen.AtUtc : missing.ReportedAtUtc;
        var passed = now - from;
        return passed > TimeSpan.Zero ? now - passed / timeScale : now;
    }
}
