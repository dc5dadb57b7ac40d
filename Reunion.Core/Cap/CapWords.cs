using System.Globalization;
using System.Resources;

namespace Reunion.Core.Cap;

/// <summary>The fixed words of a document's info block in one language.</summary>
internal sealed class CapWords
{
    private static readonly ResourceManager Words = new(typeof(CapWords));

    private CapWords(string tag, string culture) => (Tag, Culture) = (tag, CultureInfo.GetCultureInfo(culture));

    public static CapWords Chinese { get; } = new("zh-CN", "zh-Hans");

    public static CapWords English { get; } = new("en-US", "en");

    /// <summary>CAP's <c>language</c>.</summary>
    public string Tag { get; }

    /// <summary>The culture whose names and numbers go with it.</summary>
    public CultureInfo Culture { get; }

    public string this[string name] => Words.GetString(name, Culture)!;

    public string Format(string name, params object[] values) => string.Format(Culture, this[name], values);
}
