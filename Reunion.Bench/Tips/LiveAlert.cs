extern alias program;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using program::Reunion.Console.Hosting;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;

namespace Reunion.Bench.Tips;

/// <summary>Issues an alert on the data directory of a running program.</summary>
internal static class LiveAlert
{
    private static readonly Actor Officer = new("officer", "Officer", "330106", "Unit", [Roles.Officer]);

    /// <param name="dataDirectory">The directory.</param>
    /// <param name="tips">How many tips it has from the start.</param>
    /// <returns>Its id, and the code in its links.</returns>
    public static async Task<(AlertId Id, string Code)> IssueAsync(string dataDirectory, int tips = 0)
    {
        // Never started: only its capabilities are used.
        await using var app = ReunionHost.Create(
            [
                "--Reunion:Console:Url=http://localhost:0", "--Reunion:Partner:Url=http://localhost:0", "--Reunion:Public:Url=http://localhost:0",
                $"--Reunion:DataDirectory={dataDirectory}",
            ],
            builder => builder.Logging.ClearProviders());
        var now = TimeProvider.System.GetUtcNow();
        var missing = new Case
        {
            Id = TypedId.New<CaseId>(TimeProvider.System), UnitCode = Officer.UnitCode, FiledByAccountId = Officer.AccountId, FiledByName = Officer.Name,
            FiledAtUtc = now, ReportedAtUtc = now, ContactUnit = "Unit", ContactPhone = "110",
            Child = new Child { Name = "小明", BirthDate = new DateOnly(2017, 5, 1) },
            LastSeen = new LastSeen { Latitude = 30.2741, Longitude = 120.1551, AtUtc = now, Place = "杭州" },
        };
        var contexts = app.Services.GetRequiredService<IDbContextFactory<ReunionDbContext>>();
        await using var db = await contexts.CreateDbContextAsync();
        db.Add(missing);
        await db.SaveChangesAsync();
        var issued = await app.Services.GetRequiredService<IssueAlert>()
            .ExecuteAsync(Officer, missing.Id, missing.Version, new IssueRequest(AlertMode.Actual, ClockStart.Report));
        await new ManyTips(contexts).AddAsync(issued, tips);
        return (issued, await db.Set<Alert>().Where(a => a.Id == issued).Select(a => a.Code).SingleAsync());
    }
}
