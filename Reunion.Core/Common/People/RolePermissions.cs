namespace Reunion.Core.Common.People;

/// <summary>Which role grants which permissions: the one place that says so.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<string, HashSet<Permission>> Granted = new(StringComparer.Ordinal)
    {
        [Roles.Officer] = [Permission.SeeAlerts, Permission.SeeCases, Permission.RunCases],
        [Roles.Supervisor] = [Permission.SeeAlerts, Permission.SeeCases, Permission.ReviewTips, Permission.ControlAlerts],
        [Roles.Admin] =
        [
            Permission.SeeAlerts, Permission.ManagePartners, Permission.ManagePeople, Permission.ManageSchedules, Permission.ReadAudit,
        ],
    };

    /// <summary>The roles that grant a permission.</summary>
    /// <param name="permission">The permission asked for.</param>
    public static IReadOnlyList<string> RolesWith(Permission permission) =>
        [.. Roles.All.Where(role => Granted[role].Contains(permission))];

    /// <summary>Whether any of a person's roles grants a permission. Unknown roles grant nothing.</summary>
    /// <param name="roles">The person's roles.</param>
    /// <param name="permission">The permission asked for.</param>
    public static bool Grants(IEnumerable<string> roles, Permission permission) =>
        roles.Any(role => Granted.TryGetValue(role, out var granted) && granted.Contains(permission));
}
