using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Accounts;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Tests.Support;

namespace Reunion.Tests.Accounts;

public sealed class PeopleTests(ReunionApp app) : IClassFixture<ReunionApp>
{
    [Fact]
    public async Task The_last_admin_stays()
    {
        var id = (await Get<ReadPeople>().ListAsync(TestActors.Admin, Cancel)).Single(p => p.Roles.Contains(Roles.Admin)).AccountId;
        var disable = await Assert.ThrowsAsync<ProblemException>(() => Get<DisablePerson>().ExecuteAsync(TestActors.Admin, id, Cancel));
        var demote = await Assert.ThrowsAsync<ProblemException>(() => Get<ChangeRoles>().ExecuteAsync(TestActors.Admin, id, [Roles.Officer], Cancel));
        Assert.Equal("last_admin", disable.Code);
        Assert.Equal("last_admin", demote.Code);
    }

    [Fact]
    public async Task Only_who_manages_people_changes_them()
    {
        var e = await Assert.ThrowsAsync<ProblemException>(
            () => Get<CreatePerson>().ExecuteAsync(TestActors.Officer, TestActors.NewOfficer("x@test.example"), Cancel));
        Assert.Equal(ProblemKind.Forbidden, e.Kind);
    }

    [Fact]
    public async Task An_address_belongs_to_one_person()
    {
        var e = await Assert.ThrowsAsync<ProblemException>(
            () => Get<CreatePerson>().ExecuteAsync(TestActors.Admin, TestActors.NewOfficer("OFFICER@reunion.demo"), Cancel));
        Assert.Equal([new FieldProblem("Email", "email_taken")], e.Fields);
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var e = await Assert.ThrowsAsync<ProblemException>(() => Get<CreatePerson>().ExecuteAsync(TestActors.Admin, new PersonInput(), Cancel));
        Assert.Equal(["Email", "Name", "UnitCode", "UnitName", "Roles"], e.Fields.Select(f => f.Field));
    }

    [Fact]
    public async Task Roles_change_to_exactly_what_was_chosen()
    {
        var added = await Get<CreatePerson>().ExecuteAsync(TestActors.Admin, TestActors.NewOfficer("roles@test.example"), Cancel);
        await Get<ChangeRoles>().ExecuteAsync(TestActors.Admin, added.AccountId, [Roles.Supervisor, Roles.Admin], Cancel);
        var person = (await Get<ReadPeople>().ListAsync(TestActors.Admin, Cancel)).Single(p => p.AccountId == added.AccountId);
        Assert.Equal([Roles.Supervisor, Roles.Admin], person.Roles);
        await Get<ChangeRoles>().ExecuteAsync(TestActors.Admin, added.AccountId, [Roles.Officer], Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();
}
