using Reunion.Core.Common;

namespace Reunion.Core.Partners;

/// <summary>An API key of a partner, kept as a hash: the key itself is shown once and never stored.</summary>
public sealed class ApiKey
{
    /// <summary>Identifies the row.</summary>
    public required ApiKeyId Id { get; init; }

    /// <summary>Whose key it is.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>SHA-256 of the key, in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The first characters, by which people tell keys apart.</summary>
    public required string Hint { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAtUtc { get; init; }

    /// <summary>When it was revoked; null while it is valid.</summary>
    public DateTimeOffset? RevokedAtUtc { get; set; }
}
