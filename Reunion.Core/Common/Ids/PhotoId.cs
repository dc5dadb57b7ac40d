namespace Reunion.Core.Common;

/// <summary>Identifies a photo, of a case or of a tip.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct PhotoId(Guid Value) : ITypedId<PhotoId>
{
    /// <inheritdoc/>
    public static string Prefix => "photo_";

    /// <inheritdoc/>
    public static PhotoId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
