using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reunion.Core.Geography.Places;

/// <summary>Brings names and what people type into the one form that they are compared in.</summary>
internal static partial class PlaceText
{
    /// <summary>Letters and digits only, small, without accents; Chinese without the words for province and city.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        }
        return KindOfArea().Replace(folded.ToString(), "");
    }

    // People leave these out or put them in as they like: 浙江省杭州市西湖区, 浙江杭州西湖区.
    [GeneratedRegex("特别行政区|(壮族|回族|维吾尔)?自治区|省|(?<=..)市")]
    private static partial Regex KindOfArea();
}
