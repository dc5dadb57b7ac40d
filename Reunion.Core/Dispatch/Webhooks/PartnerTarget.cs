using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Where and how a message goes to a partner.</summary>
/// <param name="Endpoint">The address.</param>
/// <param name="IsInternal">Whether private addresses are allowed.</param>
/// <param name="SigningKeys">The secrets that sign, newest first.</param>
internal sealed record PartnerTarget(Uri Endpoint, bool IsInternal, IReadOnlyList<byte[]> SigningKeys)
{
    /// <summary>The target for messages of a mode, or null when the partner has none.</summary>
    public static PartnerTarget? Of(Partner partner, AlertMode mode, IReadOnlyList<byte[]> keys) =>
        partner.EndpointFor(isDrill: mode != AlertMode.Actual) is { } endpoint ? new PartnerTarget(new Uri(endpoint), partner.IsInternal, keys) : null;

    /// <summary>The secrets that sign a partner's messages now.</summary>
    public static async Task<IReadOnlyList<byte[]>> KeysAsync(
        ReunionDbContext db, Partner partner, WebhookSecretVault vault, DateTimeOffset now, CancellationToken cancel)
    {
        var secrets = await db.Set<WebhookSecret>()
            .Where(s => s.PartnerId == partner.Id && (s.ExpiresAtUtc == null || s.ExpiresAtUtc > now))
            .OrderByDescending(s => s.Id).Select(s => s.ProtectedSecret).ToListAsync(cancel);
        return [.. secrets.Select(s => WebhookSecretVault.KeyOf(vault.Unprotect(s)))];
    }
}
