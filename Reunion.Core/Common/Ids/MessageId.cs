namespace Reunion.Core.Common;

/// <summary>Identifies one message to one partner; the same on every attempt.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct MessageId(Guid Value) : ITypedId<MessageId>
{
    /// <inheritdoc/>
    public static string Prefix => "msg_";

    /// <inheritdoc/>
    public static MessageId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
