namespace Reunion.Console.Resources;

/// <summary>Names the texts about the admin's pages.</summary>
public sealed class AdminText;
