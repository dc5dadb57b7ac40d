namespace Reunion.Console.Hosting.Accounts;

/// <summary>Marks what a person may reach who has not yet chosen a password.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenToNewcomersAttribute : Attribute;
