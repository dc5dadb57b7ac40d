using System.Text;

namespace Reunion.Console.Api.Exports;

/// <summary>Writes a line of a table by RFC 4180, of which no cell is taken for a formula by a spreadsheet.</summary>
internal static class CsvLine
{
    // What makes a spreadsheet calculate, in the ordinary and the wide forms that some of them read alike.
    private const string Starters = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The line with its ending.</summary>
    /// <param name="cells">Words of people, which are made safe; numbers and other things of our own go in as they are.</param>
    public static string Of(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Words as a cell shows them: an apostrophe stands before what would be calculated.</summary>
    public static string Harmless(string words)
    {
        // No program reads the rest of a line after some of these; line breaks and tabs are words.
        var clean = string.Concat(words.Select(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t') ? '\uFFFD' : c));
        var first = clean.AsSpan().TrimStart(" \u00A0\u3000\uFEFF");
        return words.Length > 0 && (char.IsControl(words[0]) || (first.Length > 0 && (char.IsControl(first[0]) || Starters.Contains(first[0], StringComparison.Ordinal))))
            ? "'" + clean : clean;
    }

    private static string Cell(object? cell) => cell switch
    {
        null => "",
        string words => Quoted(Harmless(words)),
        IFormattable number => Quoted(number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"A cell cannot hold a {cell.GetType().Name}."),
    };

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 && text.Trim().Length == text.Length
        ? text : new StringBuilder(text).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
}
