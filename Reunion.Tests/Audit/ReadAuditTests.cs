using Reunion.Core.Audit;
using Reunion.Core.Common.Problems;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Audit;

public sealed class ReadAuditTests
{
    [Theory, OnBothDatabases]
    public async Task An_admin_pages_back_from_the_newest_entry(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        await scene.TippedAsync(await scene.IssuedAsync());
        var read = scene.Get<ReadAudit>();
        var newest = await read.PageAsync(TestPeople.Admin, count: 2, cancel: cancel);
        Assert.Equal([AuditAction.TipReceived, AuditAction.AlertIssued], newest.Select(e => e.Action));
        var before = await read.PageAsync(TestPeople.Admin, newest[^1].Sequence, cancel: cancel);
        Assert.Equal([AuditAction.CaseFiled], before.Select(e => e.Action));
        Assert.Equal((TestPeople.Officer.AccountId, TestPeople.Officer.Name), (before[0].ActorId, before[0].ActorName));
        Assert.Equal("system", newest[0].ActorId);
    }

    [Fact]
    public async Task Nobody_but_an_admin_reads_it()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        foreach (var actor in (Core.Common.People.Actor[])[TestPeople.Officer, TestPeople.Supervisor, TestPeople.Nobody])
            Assert.Equal("forbidden", (await Assert.ThrowsAsync<ProblemException>(
                () => scene.Get<ReadAudit>().PageAsync(actor, cancel: TestContext.Current.CancellationToken))).Code);
    }
}
