namespace Reunion.Core.Common;

/// <summary>Identifies one geofence of an alert.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct CircleId(Guid Value) : ITypedId<CircleId>
{
    /// <inheritdoc/>
    public static string Prefix => "circle_";

    /// <inheritdoc/>
    public static CircleId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
