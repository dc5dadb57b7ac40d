using Reunion.Core.Accounts;
using Reunion.Core.Common.People;

namespace Reunion.Tests.Support;

/// <summary>People to act as; fictional.</summary>
internal static class TestActors
{
    public static Actor Admin { get; } = new("admin-of-tests", "Test Admin", "330100", "Test Unit", [Roles.Admin]);

    public static Actor Officer { get; } = new("officer-of-tests", "Test Officer", "330106", "Test Unit", [Roles.Officer]);

    public static PersonInput NewOfficer(string email) =>
        new() { Email = email, Name = "Test Person", UnitCode = "330106", UnitName = "Test Unit", Roles = [Roles.Officer] };
}
