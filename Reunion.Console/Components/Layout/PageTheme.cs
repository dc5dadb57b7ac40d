namespace Reunion.Console.Components.Layout;

/// <summary>The theme that the page was opened in, cascading to every component.</summary>
/// <param name="IsDark">Dark is the default.</param>
public sealed record PageTheme(bool IsDark);
