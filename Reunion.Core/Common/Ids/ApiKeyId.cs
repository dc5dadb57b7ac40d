namespace Reunion.Core.Common;

/// <summary>Identifies an API key of a partner, without being the key.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct ApiKeyId(Guid Value) : ITypedId<ApiKeyId>
{
    /// <inheritdoc/>
    public static string Prefix => "key_";

    /// <inheritdoc/>
    public static ApiKeyId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
