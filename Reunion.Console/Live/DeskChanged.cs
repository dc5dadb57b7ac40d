using Reunion.Core.Live;

namespace Reunion.Console.Live;

/// <summary>A reviewer turned to another tip.</summary>
public sealed record DeskChanged : LiveEvent;
