using Reunion.Core.Common;

namespace Reunion.Core.Alerts.Publishing;

/// <summary>What never changes about an alert.</summary>
/// <param name="Id">Identifies the alert.</param>
/// <param name="Code">The code in its links.</param>
/// <param name="Mode">Actual, exercise or test.</param>
public sealed record AlertName(AlertId Id, string Code, AlertMode Mode);
