using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Audit;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Storage;

public sealed class ConversionTests
{
    [Theory, OnBothDatabases]
    public async Task What_was_filed_comes_back_as_it_was(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var id = await scene.FiledAsync();
        var found = await scene.Get<ReadCases>().GetAsync(TestPeople.Officer, id, TestContext.Current.CancellationToken);
        var form = TestFiles.Case();
        Assert.Equal(id, found.Id);
        Assert.Equal(form.BirthDate, found.Child.BirthDate);
        Assert.Equal(Sex.Female, found.Child.Sex);
        Assert.Equal(form.LastSeenAtUtc, found.LastSeen.AtUtc);
        Assert.Equal(form.Latitude, found.LastSeen.Latitude);
        Assert.Equal(form.Name, found.Child.Name);
        Assert.Equal(TimeSpan.Zero, found.FiledAtUtc.Offset);
    }

    [Theory, OnBothDatabases]
    public async Task An_alerts_texts_and_steps_come_back_as_they_were(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var id = await scene.IssuedAsync();
        var alert = (await scene.Get<ReadAlerts>().FindAsync(id, TestContext.Current.CancellationToken))!.Alert;
        Assert.Equal(RadiusSchedule.Reunion.Steps, alert.ScheduleSteps);
        Assert.Contains("小雨", alert.Headline.Zh, StringComparison.Ordinal);
        Assert.Equal(scene.Clock.GetUtcNow(), alert.IssuedAtUtc);
    }

    [Theory, OnBothDatabases]
    public async Task Instants_of_any_offset_are_ordered_and_compared_as_instants(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        // Sorted as text, these would come in another order.
        DateTimeOffset[] instants =
        [
            new(2026, 11, 23, 1, 0, 0, TimeSpan.FromHours(8)), new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero),
            new(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(-10)),
        ];
        await using (var db = scene.Db())
        {
            db.AddRange(instants.Select((at, i) => new AuditEntry
            {
                AtUtc = at, ActorId = "x", ActorName = "", Action = AuditAction.CaseFiled, Subject = $"{i}",
            }));
            await db.SaveChangesAsync(cancel);
        }
        await using var again = scene.Db();
        var noon = new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.FromHours(2));
        Assert.Equal(["0", "1", "2"], await again.Set<AuditEntry>().OrderBy(e => e.AtUtc).Select(e => e.Subject).ToListAsync(cancel));
        Assert.Equal(2, await again.Set<AuditEntry>().CountAsync(e => e.AtUtc >= noon, cancel));
        Assert.All(await again.Set<AuditEntry>().ToListAsync(cancel), e => Assert.Equal(instants[int.Parse(e.Subject, System.Globalization.CultureInfo.InvariantCulture)], e.AtUtc));
    }

    [Theory, OnBothDatabases]
    public async Task An_id_stands_in_the_table_as_the_text_that_people_see(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var id = await scene.FiledAsync();
        await using var db = scene.Db();
        var stored = await db.Database.SqlQuery<string>($"SELECT \"Id\" AS \"Value\" FROM \"Cases\"").SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(id.ToString(), stored);
        Assert.StartsWith("case_", stored, StringComparison.Ordinal);
        Assert.True(TypedId.TryParse<CaseId>(stored, out var parsed));
        Assert.Equal(id, parsed);
    }
}
