using System.Buffers.Binary;

namespace Reunion.Core.Common;

/// <summary>Makes, writes and reads typed identifiers.</summary>
/// <remarks>
/// The text form is the prefix and 26 characters of Crockford's base 32 in lower case, without the letters i, l, o and u:
/// it can be read over a telephone and sorts as the bits do. Thread-safe.
/// </remarks>
public static class TypedId
{
    private const int Digits = 26;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A new identifier (a version 7 UUID: time first, then 74 random bits).</summary>
    /// <typeparam name="TId">The kind of identifier.</typeparam>
    /// <param name="clock">Gives the time that the identifier sorts by.</param>
    public static TId New<TId>(TimeProvider clock) where TId : struct, ITypedId<TId> =>
        TId.From(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <summary>The text form, for example <c>tip_06ec2x5m8r1v3w7y9a2b4c6d8e</c>.</summary>
    /// <typeparam name="TId">The kind of identifier.</typeparam>
    /// <param name="id">The identifier.</param>
    public static string Format<TId>(TId id) where TId : struct, ITypedId<TId>
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return string.Create(TId.Prefix.Length + Digits, bits, static (text, bits) =>
        {
            TId.Prefix.CopyTo(text);
            for (var i = text.Length - 1; i >= TId.Prefix.Length; i--, bits >>= 5)
                text[i] = Alphabet[(int)(bits & 31)];
        });
    }

    /// <summary>Reads the text form back; only the exact form is taken, so one thing never has two names.</summary>
    /// <typeparam name="TId">The kind of identifier.</typeparam>
    /// <param name="text">The text, or null.</param>
    /// <param name="id">The identifier, or its default.</param>
    /// <returns>Whether the text is such an identifier.</returns>
    public static bool TryParse<TId>(string? text, out TId id) where TId : struct, ITypedId<TId>
    {
        id = default;
        if (text is null || text.Length != TId.Prefix.Length + Digits || !text.StartsWith(TId.Prefix, StringComparison.Ordinal))
            return false;

        var bits = UInt128.Zero;
        foreach (var letter in text.AsSpan(TId.Prefix.Length))
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0 || bits >> 123 != UInt128.Zero)
                return false;
            bits = (bits << 5) | (UInt128)digit;
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        id = TId.From(new Guid(bytes, bigEndian: true));
        return true;
    }
}
