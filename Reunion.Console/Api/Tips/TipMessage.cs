namespace Reunion.Console.Api.Tips;

/// <summary>A tip as it comes through the hub.</summary>
public sealed record TipMessage : TipRequest
{
    /// <summary>The alert it answers.</summary>
    public string? AlertId { get; init; }

    /// <summary>The partner's name for this one submission.</summary>
    public string? IdempotencyKey { get; init; }
}
