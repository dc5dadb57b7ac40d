namespace Reunion.Core.Common.People;

/// <summary>The roles a person can have; one person may have several.</summary>
public static class Roles
{
    /// <summary>Files and runs the cases of the own unit; sees all live alerts.</summary>
    public const string Officer = "Officer";

    /// <summary>Reviews tips; approves, pauses and cancels alerts.</summary>
    public const string Supervisor = "Supervisor";

    /// <summary>Manages partners, people, schedules and the audit; needs no case content.</summary>
    public const string Admin = "Admin";

    /// <summary>All roles, in the order in which screens list them.</summary>
    public static IReadOnlyList<string> All { get; } = [Officer, Supervisor, Admin];
}
