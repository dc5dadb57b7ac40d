namespace Reunion.Core.Common;

/// <summary>Identifies what someone saw.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct TipId(Guid Value) : ITypedId<TipId>
{
    /// <inheritdoc/>
    public static string Prefix => "tip_";

    /// <inheritdoc/>
    public static TipId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
