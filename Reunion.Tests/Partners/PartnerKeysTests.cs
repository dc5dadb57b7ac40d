using System.Text;
using Reunion.Core.Audit;
using Reunion.Core.Common.Problems;
using Reunion.Core.Partners;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Partners;

public sealed class PartnerKeysTests
{
    [Theory, OnBothDatabases]
    public async Task A_key_opens_for_its_partner_and_only_its_hash_is_stored(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);
        Assert.Matches("^rnk_[A-Za-z0-9_-]{43}$", partner.ApiKey);
        Assert.Equal(partner.Id, (await scene.Get<AuthenticatePartner>().ExecuteAsync(partner.ApiKey, cancel))?.Id);
        Assert.Null(await scene.Get<AuthenticatePartner>().ExecuteAsync(partner.ApiKey[..^1] + "-", cancel));
        Assert.Null(await scene.Get<AuthenticatePartner>().ExecuteAsync("", cancel));
        var row = Assert.Single(await scene.RowsAsync<ApiKey>());
        Assert.DoesNotContain(partner.ApiKey[10..], row.Hash + row.Hint, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(64, row.Hash.Length);
    }

    [Theory, OnBothDatabases]
    public async Task Two_keys_are_valid_at_a_time_and_a_revoked_one_makes_room(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var keys = scene.Get<PartnerKeys>();
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await keys.IssueAsync(TestPeople.Admin, partner.Id, cancel);
        Assert.Equal("two_keys_already", (await Assert.ThrowsAsync<ProblemException>(() => keys.IssueAsync(TestPeople.Admin, partner.Id, cancel))).Code);

        var first = (await keys.ListAsync(TestPeople.Admin, partner.Id, cancel))[0];
        await keys.RevokeAsync(TestPeople.Admin, first.Id, cancel);
        Assert.Null(await scene.Get<AuthenticatePartner>().ExecuteAsync(partner.ApiKey, cancel));
        Assert.NotNull(await scene.Get<AuthenticatePartner>().ExecuteAsync(second, cancel));
        Assert.NotNull(await keys.IssueAsync(TestPeople.Admin, partner.Id, cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Admins_who_ask_at_the_same_moment_do_not_make_a_third_key(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);

        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => TryIssueAsync(scene.Get<PartnerKeys>(), partner, cancel))));

        Assert.Contains(null, asked);
        Assert.All(asked.OfType<string>(), refusal => Assert.Matches("^(two_keys_already|changed_meanwhile)$", refusal));
        Assert.Equal(2, (await scene.Get<PartnerKeys>().ListAsync(TestPeople.Admin, partner.Id, cancel)).Count);
    }

    private static async Task<string?> TryIssueAsync(PartnerKeys keys, NewPartner partner, CancellationToken cancel)
    {
        try
        {
            await keys.IssueAsync(TestPeople.Admin, partner.Id, cancel);
            return null;
        }
        catch (ProblemException refusal)
        {
            return refusal.Code;
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_rotated_secret_stays_valid_beside_the_new_one_for_a_day(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);
        scene.Clock.Advance(TimeSpan.FromDays(3));
        var rotated = await scene.Get<PartnerKeys>().RotateSecretAsync(TestPeople.Admin, partner.Id, cancel);
        var rows = (await scene.RowsAsync<WebhookSecret>()).OrderBy(s => s.Id).ToList();
        Assert.Equal([scene.Clock.GetUtcNow().AddHours(24), null], rows.Select(s => s.ExpiresAtUtc));
        var vault = scene.Get<WebhookSecretVault>();
        Assert.Equal([partner.WebhookSecret, rotated], rows.Select(s => vault.Unprotect(s.ProtectedSecret)));
        Assert.All(rows, s => Assert.DoesNotContain("whsec_", s.ProtectedSecret, StringComparison.Ordinal));
        Assert.Equal(32, WebhookSecretVault.KeyOf(rotated).Length);
    }

    [Theory, OnBothDatabases]
    public async Task A_second_rotation_on_the_same_day_leaves_two_secrets_that_sign(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);
        var first = await scene.Get<PartnerKeys>().RotateSecretAsync(TestPeople.Admin, partner.Id, cancel);
        scene.Clock.Advance(TimeSpan.FromHours(2));
        var second = await scene.Get<PartnerKeys>().RotateSecretAsync(TestPeople.Admin, partner.Id, cancel);

        var now = scene.Clock.GetUtcNow();
        var vault = scene.Get<WebhookSecretVault>();
        var signing = (await scene.RowsAsync<WebhookSecret>()).Where(s => s.ExpiresAtUtc is null || s.ExpiresAtUtc > now).OrderBy(s => s.Id).ToList();
        Assert.Equal([first, second], signing.Select(s => vault.Unprotect(s.ProtectedSecret)));
        Assert.Equal(now.AddHours(24), signing[0].ExpiresAtUtc);
    }

    [Theory, OnBothDatabases]
    public async Task The_old_secret_can_be_ended_before_its_time_and_the_new_one_goes_on(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var keys = scene.Get<PartnerKeys>();
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);
        await keys.EndOldSecretAsync(TestPeople.Admin, partner.Id, cancel);
        scene.Clock.Advance(TimeSpan.FromDays(3));
        await keys.RotateSecretAsync(TestPeople.Admin, partner.Id, cancel);
        var now = scene.Clock.GetUtcNow();
        Assert.Equal([new SigningSecret(now, null), new SigningSecret(now.AddDays(-3), now.AddHours(24))], await keys.SecretsAsync(TestPeople.Admin, partner.Id, cancel));

        await keys.EndOldSecretAsync(TestPeople.Admin, partner.Id, cancel);

        Assert.Equal([new SigningSecret(now, null)], await keys.SecretsAsync(TestPeople.Admin, partner.Id, cancel));
        Assert.Single(await scene.RowsAsync<AuditEntry>(), e => e.Action == AuditAction.WebhookSecretEnded);
    }

    [Theory, OnBothDatabases]
    public async Task Admins_who_rotate_at_the_same_moment_leave_one_secret_that_signs_for_good(StorageProvider provider)
    {
        await using var scene = await TestScene.CreateAsync(provider);
        var cancel = TestContext.Current.CancellationToken;
        var partner = await scene.Get<RegisterPartner>().ExecuteAsync(TestPeople.Admin, TestFiles.Partner(), cancel);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                await scene.Get<PartnerKeys>().RotateSecretAsync(TestPeople.Admin, partner.Id, cancel);
            }
            catch (ProblemException refusal) when (refusal.Code == "changed_meanwhile")
            {
            }
        })));

        Assert.Single(await scene.RowsAsync<WebhookSecret>(), s => s.ExpiresAtUtc is null);
    }

    [Fact]
    public async Task A_protected_secret_is_not_its_text_in_another_coding()
    {
        await using var scene = await TestScene.CreateAsync(StorageProvider.Sqlite);
        var secret = WebhookSecretVault.New();
        var stored = scene.Get<WebhookSecretVault>().Protect(secret);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..20], stored, StringComparison.Ordinal);
    }
}
