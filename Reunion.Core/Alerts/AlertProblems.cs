using Reunion.Core.Common.Problems;

namespace Reunion.Core.Alerts;

/// <summary>Refusals that several use cases share.</summary>
internal static class AlertProblems
{
    public static ProblemException Ended() => new(ProblemKind.Gone, "alert_ended", "This alert has ended.");
}
