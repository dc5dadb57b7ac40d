using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Partners;

namespace Reunion.Core.Seeding;

/// <summary>Registers the demo's partners, or brings them back as they were at the next start.</summary>
/// <param name="register">Makes and changes partners.</param>
/// <param name="partners">Reads them.</param>
/// <param name="keys">Replaces keys whose text was lost with the file.</param>
/// <param name="file">Keeps the keys' text.</param>
public sealed class SeedDemoPartners(RegisterPartner register, ReadPartners partners, PartnerKeys keys, DemoPartnerFile file)
{
    private static readonly Actor Seeder = new("demo", "Demo", "", "", [Roles.Admin]);

    /// <summary>Makes sure that every demo partner exists with endpoints at a port, and that the file holds its keys.</summary>
    /// <param name="port">The loopback port that the simulated apps listen on.</param>
    /// <param name="cancel">Stops between partners.</param>
    /// <returns>The partners in the order of <see cref="DemoPartner.All"/>.</returns>
    public async Task<IReadOnlyList<DemoPartnerKeys>> ExecuteAsync(int port, CancellationToken cancel = default)
    {
        var existing = (await partners.ListAsync(Seeder, cancel)).ToDictionary(p => p.Name);
        var known = file.Read().DistinctBy(k => k.PartnerId).ToDictionary(k => k.PartnerId);
        var seeded = new List<DemoPartnerKeys>();
        foreach (var demo in DemoPartner.All)
        {
            if (!existing.TryGetValue(demo.Name, out var row))
                seeded.Add(Entry(demo, port, await register.ExecuteAsync(Seeder, demo.Form(port), cancel)));
            else
            {
                await MoveAsync(demo, row, port, cancel);
                var kept = known.GetValueOrDefault(row.Id.ToString());
                seeded.Add(Entry(demo, port, kept is null ? await RenewAsync(row.Id, cancel) : new NewPartner(row.Id, kept.ApiKey, kept.WebhookSecret)));
            }
        }

        file.Write(seeded);
        return seeded;
    }

    private async Task MoveAsync(DemoPartner demo, Partner row, int port, CancellationToken cancel)
    {
        // What was changed on the partner's page stays; only the port follows the apps.
        var form = demo.Form(port);
        if (row.Endpoint == form.Endpoint && row.ExerciseEndpoint == form.ExerciseEndpoint)
            return;
        (form.Targeting, form.Datum, form.RecipientFormat) = (row.Targeting, row.Datum, row.RecipientFormat);
        (form.IsInternal, form.RequestsPerSecond) = (row.IsInternal, row.RequestsPerSecond);
        await register.UpdateAsync(Seeder, row.Id, row.Version, form, cancel);
    }

    private async Task<NewPartner> RenewAsync(PartnerId id, CancellationToken cancel)
    {
        foreach (var lost in await keys.ListAsync(Seeder, id, cancel))
            await keys.RevokeAsync(Seeder, lost.Id, cancel);
        return new NewPartner(id, await keys.IssueAsync(Seeder, id, cancel), await keys.RotateSecretAsync(Seeder, id, cancel));
    }

    private static DemoPartnerKeys Entry(DemoPartner demo, int port, NewPartner made) => new(
        made.Id.ToString(), demo.Name, made.ApiKey, made.WebhookSecret, demo.Endpoint(port), demo.Targeting.ToString(), demo.Datum.ToString().ToUpperInvariant());
}
