using Reunion.Core.Common.People;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Common.People;

public sealed class RolePermissionsTests
{
    // Officer, supervisor, admin.
    private static readonly Dictionary<Permission, string> Expected = new()
    {
        [Permission.SeeAlerts] = "OSA",
        [Permission.SeeCases] = "OS",
        [Permission.RunCases] = "O",
        [Permission.ReviewTips] = "S",
        [Permission.ControlAlerts] = "S",
        [Permission.ManagePartners] = "A",
        [Permission.ManagePeople] = "A",
        [Permission.ManageSchedules] = "A",
        [Permission.ReadAudit] = "A",
    };

    [Fact]
    public void Every_permission_is_given_to_the_roles_of_the_table_and_no_other()
    {
        foreach (var permission in Enum.GetValues<Permission>())
            Assert.Equal((permission, Expected[permission]), (permission, string.Concat(RolePermissions.RolesWith(permission).Select(r => r[0]))));
    }

    [Fact]
    public void Nobody_may_anything_and_an_unknown_role_grants_nothing()
    {
        Assert.All(Enum.GetValues<Permission>(), p => Assert.False(TestPeople.Nobody.May(p)));
        Assert.False(RolePermissions.Grants(["officer", "Root"], Permission.SeeAlerts));
    }
}
