namespace Reunion.Core.Common;

/// <summary>Identifies an app that carries alerts.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct PartnerId(Guid Value) : ITypedId<PartnerId>
{
    /// <inheritdoc/>
    public static string Prefix => "partner_";

    /// <inheritdoc/>
    public static PartnerId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
