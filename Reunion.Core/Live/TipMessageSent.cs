using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>Somebody wrote in the conversation about a tip.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Tip">The tip.</param>
/// <param name="IsFromTipster">Whether who sent the tip wrote it, rather than a reviewer.</param>
public sealed record TipMessageSent(AlertId Alert, TipId Tip, bool IsFromTipster) : LiveEvent;
