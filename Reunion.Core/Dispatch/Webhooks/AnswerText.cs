using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Makes text that is safe to keep and to show of the first bytes of a partner's answer.</summary>
internal static partial class AnswerText
{
    /// <summary>The most bytes of an answer that are kept.</summary>
    public const int MaxBytes = 1024;

    /// <summary>The first bytes as UTF-8; line breaks and tabs become spaces, what else is not text becomes U+FFFD.</summary>
    public static string Of(ReadOnlySpan<byte> answer)
    {
        var chars = new char[MaxBytes];
        // Not flushed: a character that the limit cut in two is left out.
        var length = Encoding.UTF8.GetDecoder().GetChars(answer[..Math.Min(answer.Length, MaxBytes)], chars, flush: false);
        for (var i = 0; i < length; i++)
            chars[i] = Visible(chars[i]);
        return new string(chars, 0, length);
    }

    /// <summary>Leaves out what may be a device id: a partner that repeats what it was sent must not make us keep it.</summary>
    public static string? WithoutDevices(string? answer) => answer is null ? null : DeviceIds().Replace(answer, "…");

    // Formatting characters can turn the direction of the text around them.
    private static char Visible(char c) => c is '\t' or '\r' or '\n' ? ' '
        : char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c;

    // The last one may be cut.
    [GeneratedRegex("[0-9a-fA-F]{16,}|[0-9a-fA-F]{4,}$")]
    private static partial Regex DeviceIds();
}
