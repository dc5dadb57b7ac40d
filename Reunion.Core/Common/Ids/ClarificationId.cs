namespace Reunion.Core.Common;

/// <summary>Identifies what the police made clear in public.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct ClarificationId(Guid Value) : ITypedId<ClarificationId>
{
    /// <inheritdoc/>
    public static string Prefix => "clarification_";

    /// <inheritdoc/>
    public static ClarificationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
