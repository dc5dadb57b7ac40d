using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Withdrawals;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch.Withdrawals;

public sealed class RemindWithdrawalsTests
{
    private static readonly Actor Admin = new("admin", "Admin", "330106", "Unit", [Roles.Admin]);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Reminders_go_out_ever_less_often_each_as_a_message_of_its_own_and_then_stop(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await EndedAsync(scene, partner);
        var ended = scene.Clock.GetUtcNow();
        List<double> hours = [];
        await PassAsync(scene, partner, TimeSpan.FromDays(10), () => hours.Add((scene.Clock.GetUtcNow() - ended).TotalHours));

        Assert.Equal([1, 2, 5, 13, 25, 49, 73], hours);
        var messages = app.OfType("alert.ended");
        Assert.Equal(1 + ReminderSchedule.Most, messages.Count);
        Assert.Equal(messages.Count, messages.Select(m => m.Id).Distinct().Count());
        Assert.All(messages, m => Assert.Equal(ended.AddHours(1), m.Data.GetProperty("withdrawPhotoBy").GetDateTimeOffset()));
        Assert.All(messages, m => Assert.True(m.IsSigned));
        var line = Assert.Single(await scene.Get<ReadWithdrawals>().OfAlertAsync(Admin, alert, Cancel));
        Assert.Equal((ReminderSchedule.Most, true, ended.AddHours(73)), (line.Reminders, line.IsGivenUp, line.LastReminderAtUtc));
    }

    [Fact]
    public async Task Nobody_is_reminded_before_the_photo_had_to_be_down_or_after_it_was_confirmed()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await EndedAsync(scene, partner);
        scene.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await scene.Get<RemindWithdrawals>().ExecuteAsync(Cancel));
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await scene.Get<RemindWithdrawals>().ExecuteAsync(Cancel));
        await scene.DrainAsync(partner);
        await scene.Get<ConfirmWithdrawal>().ExecuteAsync(partner, alert, Cancel);
        await PassAsync(scene, partner, TimeSpan.FromDays(5), () => Assert.Fail("It had confirmed."));
        Assert.Equal(2, app.OfType("alert.ended").Count);
    }

    [Fact]
    public async Task A_partner_that_is_down_for_days_finds_one_message_and_is_reminded_an_hour_after_it_took_it()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, app) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        app.Otherwise = () => new PartnerAnswer(503);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await PassAsync(scene, partner, TimeSpan.FromDays(5), () => Assert.Fail("The first message still waits."));
        Assert.Single(await scene.RowsAsync<Delivery>(), d => d.Type == MessageType.AlertEnded);

        app.Otherwise = () => PartnerAnswer.Ok;
        List<DateTimeOffset> reminded = [];
        await PassAsync(scene, partner, TimeSpan.FromHours(2), () => reminded.Add(scene.Clock.GetUtcNow()));
        var taken = (await scene.RowsAsync<Delivery>()).Where(d => d.Type == MessageType.AlertEnded).Min(d => d.DeliveredAtUtc)!.Value;
        Assert.InRange(reminded.First() - taken, TimeSpan.FromHours(1), TimeSpan.FromHours(1) + Look);
    }

    [Theory, OnBothDatabases]
    public async Task Looks_at_the_same_moment_and_after_a_restart_remind_once(StorageProvider provider)
    {
        await using var scene = await DispatchScene.CreateAsync(provider);
        var (partner, _) = await scene.AddPartnerAsync();
        await EndedAsync(scene, partner);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        // Objects of their own know nothing of each other, as before and after a restart: only the rows do.
        var looks = Enumerable.Range(0, 16).Select(_ => Microsoft.Extensions.DependencyInjection.ActivatorUtilities
            .CreateInstance<RemindWithdrawals>(scene.Get<IServiceProvider>())).ToList();
        var reminded = await Task.WhenAll(looks.Select(l => Task.Run(() => l.ExecuteAsync(Cancel))));
        Assert.Equal(1, reminded.Sum());
        Assert.Equal(0, await looks[0].ExecuteAsync(Cancel));
        Assert.Equal(2, (await scene.RowsAsync<Delivery>()).Count(d => d.Type == MessageType.AlertEnded));
    }

    private static async Task<AlertId> EndedAsync(DispatchScene scene, PartnerId partner)
    {
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        await scene.CloseAsync(alert);
        await scene.AdvanceAsync(alert);
        await scene.DrainAsync(partner);
        return alert;
    }

    // Looks every ten minutes, as the dispatcher does more often.
    private static async Task PassAsync(DispatchScene scene, PartnerId partner, TimeSpan time, Action onReminded)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Look)
        {
            scene.Clock.Advance(Look);
            if (await scene.Get<RemindWithdrawals>().ExecuteAsync(Cancel) > 0)
                onReminded();
            await scene.DrainAsync(partner);
        }
    }
}
