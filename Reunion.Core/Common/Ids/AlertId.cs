namespace Reunion.Core.Common;

/// <summary>Identifies the public activation of a case.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct AlertId(Guid Value) : ITypedId<AlertId>
{
    /// <inheritdoc/>
    public static string Prefix => "alert_";

    /// <inheritdoc/>
    public static AlertId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
