namespace Reunion.Core.Partners;

/// <summary>A webhook secret that signs now, without the secret.</summary>
/// <param name="CreatedAtUtc">When it was made.</param>
/// <param name="ExpiresAtUtc">Until when it signs beside its successor; null for the current one.</param>
public sealed record SigningSecret(DateTimeOffset CreatedAtUtc, DateTimeOffset? ExpiresAtUtc);
