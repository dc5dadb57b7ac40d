using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor;
using MudBlazor.Services;
using Reunion.Console.Hosting.Accounts;
using Reunion.Core.Accounts;
using Reunion.Core.Dispatch.Conformance;
using Reunion.Core.Dispatch.Health;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Geofencing.Traffic;
using Reunion.Core.Geography.Places;
using Reunion.Core.Live;
using Reunion.Core.Partners;
using Reunion.Core.Storage.Accounts;
using Reunion.Tests.Dispatch;

namespace Reunion.Tests.Console.Partners;

/// <summary>Partners' screens over the real use cases, seen by one of the demo's people; only the browser is stood in for.</summary>
internal sealed class PartnersContext : BunitContext
{
    private PartnersContext(DispatchScene scene, CurrentActor current)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(scene.Clock);
        Services.AddSingleton(current);
        Services.AddSingleton(new Gazetteer(Options.Create(new GazetteerOptions())));
        Add<ReadPartners>();
        Add<RegisterPartner>();
        Add<SuspendPartner>();
        Add<RemovePartner>();
        Add<PartnerKeys>();
        Add<ReadHealth>();
        Add<ReadDeliveries>();
        Add<ReadPending>();
        Add<RetryNow>();
        Add<PauseDelivery>();
        Add<ReplayDeliveries>();
        Add<PingPartner>();
        Add<RunConformance>();
        Add<ReadPartnerPresence>();
        Add<ReadReceipts>();
        Add<ReadWithdrawals>();
        Add<LiveFeed>();

        void Add<T>() where T : class => Services.AddSingleton(scene.Get<T>());
    }

    /// <summary>The console's officer, supervisor or admin: 0, 1 or 2.</summary>
    public static async Task<PartnersContext> CreateAsync(DispatchScene scene, int person = 2)
    {
        await scene.Get<AccountsSeed>().EnsureDemoAsync();
        await using var db = scene.Db();
        var email = AccountsSeed.Demo[person].Email;
        var account = await db.Set<Account>().SingleAsync(a => a.Email == email);
        var claims = new IdentityOptions().ClaimsIdentity;
        var current = new CurrentActor(
            scene.Get<ReadAccount>(), new HttpContextAccessor(), new ServiceCollection().BuildServiceProvider(), Options.Create(new IdentityOptions()));
        current.Use(new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(claims.UserIdClaimType, account.Id), new Claim(claims.SecurityStampClaimType, account.SecurityStamp!)], "test")));
        return new PartnersContext(scene, current);
    }

    /// <summary>Where dialogs come up.</summary>
    public IRenderedComponent<MudDialogProvider> Dialogs()
    {
        Render<MudPopoverProvider>();
        return Render<MudDialogProvider>();
    }

    public static string Id(string testId) => $"[data-testid={testId}]";
}
