namespace Reunion.Core.Common;

/// <summary>Identifies a missing child's case.</summary>
/// <param name="Value">The 128 bits behind the prefix.</param>
public readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
{
    /// <inheritdoc/>
    public static string Prefix => "case_";

    /// <inheritdoc/>
    public static CaseId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => TypedId.Format(this);
}
