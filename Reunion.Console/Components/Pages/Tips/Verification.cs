namespace Reunion.Console.Components.Pages.Tips;

/// <summary>A decision that a tip is true.</summary>
/// <param name="Reason">Why.</param>
/// <param name="WithCircle">Whether a circle is opened at its place.</param>
public sealed record Verification(string Reason, bool WithCircle);
