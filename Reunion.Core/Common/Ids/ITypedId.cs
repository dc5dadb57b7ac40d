namespace Reunion.Core.Common;

/// <summary>
/// An identifier that knows what it identifies: a 128-bit value that is written with a prefix, as in <c>case_06ec…</c>,
/// so that an alert's id can neither be passed nor read where a case's is meant.
/// </summary>
/// <typeparam name="TSelf">The identifier itself.</typeparam>
/// <remarks>Immutable, so safe from any thread. Ids made with <see cref="TypedId.New{TId}"/> sort by the time they were made.</remarks>
public interface ITypedId<TSelf> : IParsable<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>What every identifier of this type begins with, underscore included.</summary>
    static abstract string Prefix { get; }

    /// <summary>The 128 bits behind the prefix.</summary>
    Guid Value { get; }

    /// <summary>Wraps 128 bits as an identifier of this type.</summary>
    /// <param name="value">The bits; <see cref="Guid.Empty"/> stands for "none".</param>
    static abstract TSelf From(Guid value);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) =>
        TypedId.TryParse<TSelf>(s, out var id) ? id : throw new FormatException($"Not an id of the form {TSelf.Prefix}…");

    static bool IParsable<TSelf>.TryParse(string? s, IFormatProvider? provider, out TSelf result) =>
        TypedId.TryParse(s, out result);
}
