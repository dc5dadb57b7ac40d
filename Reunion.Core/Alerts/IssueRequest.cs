using Reunion.Core.Common.Text;
using Reunion.Core.Geography;

namespace Reunion.Core.Alerts;

/// <summary>What an officer decides when issuing an alert.</summary>
/// <param name="Mode">What it is for.</param>
/// <param name="ClockStart">From when the first circle's clock counts.</param>
/// <param name="Headline">The one line that partners show first; null for the proposed one.</param>
/// <param name="Description">The facts in a few sentences; null for the proposed ones.</param>
/// <param name="Centre">Where the first circle opens; null for where the child was last seen, which stays what it is in any case.</param>
public sealed record IssueRequest(
    AlertMode Mode, ClockStart ClockStart, LocalizedText? Headline = null, LocalizedText? Description = null, GeoPoint? Centre = null);
