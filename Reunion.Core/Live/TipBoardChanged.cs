using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>The board of an alert's tips, as all reviewers of this process share it, was put together anew.</summary>
/// <param name="Alert">The alert.</param>
public sealed record TipBoardChanged(AlertId Alert) : LiveEvent;
