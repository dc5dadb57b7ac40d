using Reunion.Core.Common.Problems;

namespace Reunion.Core.Common.People;

/// <summary>Who asks for something: read anew from the accounts on every call, so that a revoked role ends with the next click.</summary>
/// <param name="AccountId">The account's id.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="UnitCode">The police unit, for example <c>330106</c>; its cases are the actor's own.</param>
/// <param name="UnitName">The unit's name as it is published.</param>
/// <param name="Roles">The roles held now.</param>
public sealed record Actor(string AccountId, string Name, string UnitCode, string UnitName, IReadOnlyList<string> Roles)
{
    /// <summary>Whether a role of this person grants the permission.</summary>
    /// <param name="permission">The permission asked for.</param>
    public bool May(Permission permission) => RolePermissions.Grants(Roles, permission);

    /// <summary>Refuses unless a role of this person grants the permission.</summary>
    /// <param name="permission">The permission asked for.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public void Demand(Permission permission)
    {
        if (!May(permission))
            throw ProblemException.Forbidden();
    }
}
