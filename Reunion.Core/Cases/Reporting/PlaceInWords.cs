using Reunion.Core.Geography.Places;

namespace Reunion.Core.Cases.Reporting;

/// <summary>Finds the town that an address lies in, where nobody pointed at a map.</summary>
internal static class PlaceInWords
{
    private const int ShortestName = 2;
    private const int LongestName = 20;

    /// <summary>The town or district that the words name, or null.</summary>
    /// <remarks>Chinese addresses begin with the largest; in Latin letters the largest comes last, after a comma.</remarks>
    public static Place? Find(Gazetteer places, string words)
    {
        var text = words.Trim();
        if (text.Any(c => c is >= '\u4e00' and <= '\u9fff'))
        {
            for (var length = Math.Min(text.Length, LongestName); length >= ShortestName; length--)
                if (places.Search(text[..length], 1) is [var found])
                    return found;
            return null;
        }

        return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(text)
            .Where(part => part.Length >= ShortestName).Select(part => places.Search(part, 1)).FirstOrDefault(found => found.Count > 0)?[0];
    }
}
