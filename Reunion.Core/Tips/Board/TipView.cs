namespace Reunion.Core.Tips.Board;

/// <summary>A query that a reviewer keeps under a name.</summary>
public sealed class TipView
{
    /// <summary>Whose it is.</summary>
    public required string AccountId { get; init; }

    /// <summary>Its name, 1 to 60 characters; one of each name a person.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks for.</summary>
    public required TipQuery Query { get; set; }
}
