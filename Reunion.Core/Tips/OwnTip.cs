using Reunion.Core.Alerts;
using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>A verified tip, as those who run its case are told of it.</summary>
/// <param name="Id">Identifies the tip.</param>
/// <param name="AlertId">The alert it answers.</param>
/// <param name="CaseId">The case.</param>
/// <param name="ChildName">Who is missing.</param>
/// <param name="Mode">What the alert is for.</param>
/// <param name="Kind">What kind of thing was seen.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Place">The place in words; may be empty.</param>
/// <param name="OpenedCircle">Whether a circle was opened at its place.</param>
public sealed record OwnTip(
    TipId Id, AlertId AlertId, CaseId CaseId, string ChildName, AlertMode Mode, TipKind Kind, string Text, string Place, bool OpenedCircle);
