using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Dispatch;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Faults.Kills;

/// <summary>One program that is killed again and again: its database, its partner's app that lives on, and what both say in the end.</summary>
internal sealed class KilledProgram : IAsyncDisposable
{
    public const int Phones = 30;
    public const string RunHeader = "x-test-run";

    /// <summary>So many messages go to a partner side by side.</summary>
    private const int MostInFlight = 8;

    private static readonly Actor Chief = new("chief", "Chief", "330106", "Unit", [Roles.Officer, Roles.Supervisor]);

    private readonly TestDatabase _database;
    private readonly DispatchProgram _program;
    private readonly PartnerApp _app;
    private readonly ConcurrentQueue<(int Run, string Message)> _received = new();
    private readonly Dictionary<int, HashSet<string>> _pendingAfter = [];
    private readonly List<CaseId> _toClose = [];

    private KilledProgram(TestDatabase database, PartnerApp app)
    {
        (_database, _app, _program) = (database, app, new DispatchProgram(database.Folder));
        app.Judge = Receive;
    }

    public string Folder => _database.Folder;

    /// <summary>Hears of each request that the partner has and did not answer yet.</summary>
    public Action? Arrived { get; set; }

    public static async Task<KilledProgram> CreateAsync(RecipientFormat format)
    {
        var app = await PartnerApp.StartAsync();
        var program = new KilledProgram(await TestDatabase.CreateAsync(StorageProvider.Sqlite), app);
        var made = await program._program.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, new PartnerForm
        {
            Name = "Partner", Endpoint = app.Endpoint, Targeting = Targeting.Devices, RecipientFormat = format, IsInternal = true,
        });
        app.Secret = made.WebhookSecret;
        return program;
    }

    /// <summary>Issues two alerts, and ends one and sometimes two of those before.</summary>
    public async Task GiveWorkAsync(int run)
    {
        foreach (var missing in _toClose)
            await _program.Get<CloseCase>().ExecuteAsync(Chief, missing, Outcome.FoundSafe);
        _toClose.Clear();
        _toClose.Add(await IssueAsync());
        if (await IssueAsync() is var other && run % 3 > 0)
            _toClose.Add(other);
    }

    /// <summary>Keeps what the rows say after a kill.</summary>
    public async Task LookAsync(int run)
    {
        await using var db = _program.Db();
        var pending = await db.Set<Delivery>().Where(d => d.Status == DeliveryStatus.Pending).Select(d => d.Id).ToListAsync();
        _pendingAfter[run] = [.. pending.Select(id => id.ToString())];
    }

    public async Task<bool> IsDoneAsync()
    {
        await using var db = _program.Db();
        return !await db.Set<Delivery>().AnyAsync(d => d.Status == DeliveryStatus.Pending)
            && !await db.Set<AlertRevision>().AnyAsync(r => r.DispatchedAtUtc == null)
            && !await db.Set<Circle>().AnyAsync(c => c.RingsSent == 0 && db.Set<Alert>().Any(a => a.Id == c.AlertId && a.Status == AlertStatus.Live));
    }

    /// <summary>The partner's own records must be complete.</summary>
    public async Task AssertNothingLostAsync()
    {
        foreach (var alert in await _program.RowsAsync<Alert>())
        {
            var records = new PartnerRecords(_app, alert.Id.ToString());
            records.AssertSameBytesEachTime();
            var devices = records.MessagesByDevice();
            Assert.All(devices, d => Assert.Single(d));
            if (alert.Status == AlertStatus.Live)
            {
                Assert.Equal(Enumerable.Range(1, Phones).Select(i => (ulong)i), devices.Select(d => d.Key).Order());
                records.AssertRecipientsOnlyAfterIssued();
            }
            else
            {
                // Of an alert that was over before anything of it went out there is nothing to tell.
                Assert.Contains(records.LastType, (string?[])[null, MessageType.AlertEnded]);
            }
        }

        var received = _received.Select(r => r.Message).ToHashSet();
        Assert.All((await _program.RowsAsync<Delivery>()).Where(d => d.Status == DeliveryStatus.Delivered), d => Assert.Contains(d.Id.ToString(), received));
    }

    /// <summary>What came twice was on its way at a kill, and that is never more than go side by side.</summary>
    /// <returns>How many came twice.</returns>
    public int AssertDuplicatesWereInFlight()
    {
        var repeated = 0;
        foreach (var message in _received.GroupBy(r => r.Message))
        {
            var runs = message.Select(r => r.Run).ToList();
            Assert.Equal(runs.Distinct().Order(), runs);
            Assert.All(runs.SkipLast(1), run => Assert.Contains(message.Key, _pendingAfter[run]));
            repeated += runs.Count - 1;
        }

        foreach (var (run, pending) in _pendingAfter)
            Assert.InRange(_received.Count(r => r.Run == run && pending.Contains(r.Message)), 0, MostInFlight);
        return repeated;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _program.DisposeAsync();
        await _database.DisposeAsync();
    }

    private PartnerAnswer Receive(IHeaderDictionary headers, byte[] body)
    {
        _received.Enqueue((int.Parse(headers[RunHeader].ToString(), CultureInfo.InvariantCulture), headers["webhook-id"].ToString()));
        Arrived?.Invoke();
        return new PartnerAnswer(200, Delay: TimeSpan.FromMilliseconds(10));
    }

    private async Task<CaseId> IssueAsync()
    {
        var clock = TimeProvider.System;
        var now = clock.GetUtcNow();
        var missing = new Case
        {
            Id = TypedId.New<CaseId>(clock), UnitCode = Chief.UnitCode, FiledByAccountId = Chief.AccountId, FiledByName = Chief.Name,
            FiledAtUtc = now, ReportedAtUtc = now, ContactUnit = "Unit", ContactPhone = "110",
            Child = new Child { Name = "小明", BirthDate = new DateOnly(2017, 5, 1) },
            LastSeen = new LastSeen { Latitude = DispatchScene.Centre.Latitude, Longitude = DispatchScene.Centre.Longitude, AtUtc = now, Place = "杭州" },
        };
        await using (var db = _program.Db())
        {
            db.Add(missing);
            await db.SaveChangesAsync();
        }

        await _program.Get<IssueAlert>().ExecuteAsync(Chief, missing.Id, missing.Version, new IssueRequest(AlertMode.Actual, ClockStart.Report));
        return missing.Id;
    }
}
