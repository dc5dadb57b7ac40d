namespace Reunion.Console.Resources;

/// <summary>Names the texts about signing in and setting up.</summary>
public sealed class AccountText;
