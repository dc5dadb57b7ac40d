using System.Text;
using System.Text.RegularExpressions;

namespace Reunion.Tests.Console.Resources;

/// <summary>Finds what a .razor file shows to people without asking the resources.</summary>
internal static partial class RazorText
{
    public static IReadOnlyList<string> Literals(string razor)
    {
        var source = Directive().Replace(Comment().Replace(razor, ""), "");
        var attributes = ShownAttribute().Matches(source).Select(m => m.Value);
        var texts = Line().Replace(WithoutExpressions(Tag().Replace(source, "\n")), "")
            .Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Any(char.IsLetter));
        return [.. attributes, .. texts];
    }

    private static string WithoutExpressions(string text)
    {
        var rest = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '@' || (i + 1 < text.Length && Statement().IsMatch(text[i..Math.Min(text.Length, i + 12)])))
                rest.Append(text[i]);
            else
                i = EndOfExpression(text, i + 1) - 1;
        }

        return rest.ToString();
    }

    private static int EndOfExpression(string text, int i)
    {
        while (i < text.Length)
        {
            if (text[i] is '(' or '[')
                i = EndOfBrackets(text, i);
            else if (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '.' or '?' or '!')
                i++;
            else
                break;
        }

        return i;
    }

    private static int EndOfBrackets(string text, int i)
    {
        var depth = 0;
        do
        {
            depth += text[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            i++;
        }
        while (depth > 0 && i < text.Length);
        return i;
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<kbd>\w</kbd>", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@(?:using|page|inject|inherits|attribute|layout|typeparam|implements|namespace|rendermode)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"<[A-Za-z/!][^""'>]*(?:(?:""[^""]*""|'[^']*')[^""'>]*)*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<![\w-])(?:Label|Placeholder|Title|Text|HelperText|aria-label|title|placeholder|alt)="(?!@)[^"]*\p{L}[^"]*"(?=[\s/>])""")]
    private static partial Regex ShownAttribute();

    [GeneratedRegex(@"^@(?:if|foreach|for|switch|while|using)\b")]
    private static partial Regex Statement();

    [GeneratedRegex(@"@(?:if|foreach|for|switch|while|using)\b.*$|^[ \t]*(?:@\w+|else|case|default:|break;|var|[{}]).*$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
