using Reunion.Core.Common.People;

namespace Reunion.Tests.Support.Databases;

/// <summary>Fictional people, one of each role, and an officer of another unit.</summary>
internal static class TestPeople
{
    public static Actor Officer { get; } = Person("officer-1", "330106", Roles.Officer);

    public static Actor OfficerElsewhere { get; } = Person("officer-2", "510104", Roles.Officer);

    public static Actor Supervisor { get; } = Person("supervisor-1", "330100", Roles.Supervisor);

    public static Actor Admin { get; } = Person("admin-1", "330100", Roles.Admin);

    public static Actor Nobody { get; } = Person("nobody", "330106");

    private static Actor Person(string id, string unit, params string[] roles) => new(id, "Name of " + id, unit, "Unit " + unit, roles);
}
