using Reunion.Core.Common;

namespace Reunion.Core.Partners;

/// <summary>A secret that webhooks to a partner are signed with; two are valid while one replaces the other.</summary>
public sealed class WebhookSecret
{
    /// <summary>The order in which secrets were made.</summary>
    public long Id { get; init; }

    /// <summary>Whose secret it is.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>The secret, encrypted with the program's own keys.</summary>
    public required string ProtectedSecret { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAtUtc { get; init; }

    /// <summary>When it stops to sign; null until another replaces it.</summary>
    public DateTimeOffset? ExpiresAtUtc { get; set; }
}
