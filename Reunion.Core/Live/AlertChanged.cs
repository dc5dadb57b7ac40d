using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>An alert was issued, or its status, circles or texts changed.</summary>
/// <param name="Alert">The alert.</param>
public sealed record AlertChanged(AlertId Alert) : LiveEvent;
