using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>A tip as somebody looked at it: what is done to it is refused when it is another one by now.</summary>
/// <param name="Id">The tip.</param>
/// <param name="Version">The version that was looked at.</param>
public readonly record struct TipMark(TipId Id, int Version);
