using Reunion.Core.Common;

namespace Reunion.Console.Live;

/// <summary>What a window shows.</summary>
/// <param name="AccountId">Whose window it is.</param>
/// <param name="Name">That person's name.</param>
/// <param name="Tip">The tip.</param>
/// <param name="AtUtc">When somebody last did something in that window.</param>
internal sealed record DeskLook(string AccountId, string Name, TipId Tip, DateTimeOffset AtUtc);
