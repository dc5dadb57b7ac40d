namespace Reunion.Core.Common;

/// <summary>Identifies one message of the conversation about a tip.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct TipMessageId(Guid Value) : ITypedId<TipMessageId>
{
    /// <inheritdoc/>
    public static string Prefix => "tipmsg_";

    /// <inheritdoc/>
    public static TipMessageId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
