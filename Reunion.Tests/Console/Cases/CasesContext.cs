using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using Reunion.Console.Components.Pages.Cases;
using Reunion.Console.Hosting.Accounts;
using Reunion.Core.Accounts;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common.People;
using Reunion.Core.Geography.Places;
using Reunion.Core.Live;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Console.Cases;

/// <summary>Components over the real use cases, seen by the demo's officer; only the browser is stood in for.</summary>
internal sealed class CasesContext : BunitContext
{
    private CasesContext(TestScene scene, CurrentActor current)
    {
        Scene = scene;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(scene.Clock);
        Services.AddSingleton(current);
        Services.AddSingleton(new Gazetteer(Options.Create(new GazetteerOptions())));
        Services.AddCasesScreens();
        Services.AddSingleton(scene.Get<KeepUnfinishedCase>());
        Services.AddSingleton(scene.Get<FileCase>());
        Services.AddSingleton(scene.Get<ReadCases>());
        Services.AddSingleton(scene.Get<CaseFileValidator>());
        Services.AddSingleton(scene.Get<CloseCase>());
        Services.AddSingleton(scene.Get<PreviewReach>());
        Services.AddSingleton(scene.Get<IssueAlert>());
        Services.AddSingleton(scene.Get<LiveFeed>());
    }

    public TestScene Scene { get; }

    public Actor Officer { get; private init; } = null!;

    public static async Task<CasesContext> CreateAsync()
    {
        var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        await scene.Get<AccountsSeed>().EnsureDemoAsync();
        await using var db = scene.Db();
        var account = await db.Set<Account>().SingleAsync(a => a.Email == AccountsSeed.Demo[0].Email);
        var claims = new IdentityOptions().ClaimsIdentity;
        var current = new CurrentActor(
            scene.Get<ReadAccount>(), new HttpContextAccessor(), new ServiceCollection().BuildServiceProvider(), Options.Create(new IdentityOptions()));
        current.Use(new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(claims.UserIdClaimType, account.Id), new Claim(claims.SecurityStampClaimType, account.SecurityStamp!)], "test")));
        return new CasesContext(scene, current) { Officer = await current.GetAsync() };
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Scene.DisposeAsync();
    }
}
