using System.Globalization;
using System.Text;
using System.Xml;

namespace Reunion.Core.Cap;

/// <summary>Times, texts and lengths as CAP and broadcasters take them. Pure and thread-safe.</summary>
public static class CapText
{
    /// <summary>The longest short text, in characters.</summary>
    public const int ShortLength = 90;

    /// <summary>The longest long text, in characters.</summary>
    public const int LongLength = 360;

    // The whole of China keeps one time. CAP refuses Z, also for UTC.
    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(8);

    /// <summary>An instant as CAP writes it, <c>2026-11-23T16:00:00+08:00</c>.</summary>
    /// <param name="instant">Any instant; parts of a second are dropped.</param>
    public static string Time(DateTimeOffset instant) =>
        instant.ToOffset(LocalOffset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The headline and whom to call in at most 90 characters.</summary>
    /// <param name="headline">One line, cut where it is too long.</param>
    /// <param name="phone">The number, kept whole up to 40 characters.</param>
    public static string Brief(string headline, string phone) => WithPhone(headline, phone, ShortLength);

    /// <summary>Headline, description and whom to call in at most 360 characters.</summary>
    /// <param name="headline">One line.</param>
    /// <param name="description">A few sentences, cut where they are too long.</param>
    /// <param name="phone">The number, kept whole up to 40 characters.</param>
    public static string Extended(string headline, string description, string phone) =>
        WithPhone($"{headline} {description}", phone, LongLength);

    /// <summary>A text without the characters that XML cannot hold, so that no entry can keep a document from being written.</summary>
    /// <param name="text">Any text.</param>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune);
        return clean.ToString();
    }

    private static string WithPhone(string text, string phone, int longest)
    {
        if (text.Length <= longest && text.Contains(phone, StringComparison.Ordinal))
            return text;
        var tail = phone.Length == 0 ? "" : " " + Cut(phone, 40);
        return Cut(text, longest - tail.Length) + tail;
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - 1;
        // Half a pair would be no character.
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd() + "…";
    }
}
