using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common.People;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Accounts;

/// <summary>Makes the demo's accounts, whose password everybody knows; never on a system with accounts of real people.</summary>
/// <param name="work">Runs the change in one commit.</param>
/// <param name="factory">Makes contexts for reading.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class AccountsSeed(AccountsWork work, IDbContextFactory<ReunionDbContext> factory, TimeProvider clock)
{
    private const string Password = "Reunion-demo-2026!";


    /// <summary>The demo's three people; the names are invented.</summary>
    public static IReadOnlyList<DemoAccount> Demo { get; } =
    [
        new("officer@reunion.demo", Password, "周明远", "330106", "杭州市公安局西湖分局", Roles.Officer),
        new("supervisor@reunion.demo", Password, "林若溪", "330106", "杭州市公安局西湖分局", Roles.Supervisor),
        new("admin@reunion.demo", Password, "陈立群", "330100", "杭州市公安局", Roles.Admin),
    ];

    /// <summary>Whether there are accounts that are not the demo's.</summary>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<bool> HasRealAccountsAsync(CancellationToken cancel = default)
    {
        var demo = Demo.Select(d => d.Email).ToList();
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Account>().AnyAsync(a => !demo.Contains(a.Email!), cancel);
    }

    /// <summary>Whether the demo's accounts are there.</summary>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<bool> HasDemoAccountsAsync(CancellationToken cancel = default)
    {
        var demo = Demo.Select(d => d.Email).ToList();
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Set<Account>().AnyAsync(a => demo.Contains(a.Email!), cancel);
    }

    /// <summary>Makes the demo's accounts where they are missing.</summary>
    /// <param name="cancel">Stops before the commit.</param>
    public Task EnsureDemoAsync(CancellationToken cancel = default) => work.DoAsync(async (people, _) =>
    {
        foreach (var demo in Demo)
        {
            if (await people.FindByEmailAsync(demo.Email) is not null)
                continue;
            var input = new PersonInput { Email = demo.Email, Name = demo.Name, UnitCode = demo.UnitCode, UnitName = demo.UnitName };
            var account = input.ToAccount(clock.GetUtcNow());
            (await people.CreateAsync(account, demo.Password)).Demand();
            (await people.AddToRoleAsync(account, demo.Role)).Demand();
        }

        return true;
    }, cancel);
}
