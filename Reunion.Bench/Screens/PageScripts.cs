using System.Globalization;
using System.Text.RegularExpressions;

namespace Reunion.Bench.Screens;

/// <summary>What the scripts of a page would have answered, and told of themselves: a map at rest, a list at its top in a window of a usual height.</summary>
internal static partial class PageScripts
{
    private const int JavaScriptObject = 1;

    private const string View = "[{\"bounds\":{\"south\":28.5,\"west\":117.2,\"north\":31.7,\"east\":122.8},\"zoom\":8.25}]";

    private static long _objects;

    /// <param name="call">Identifies the answer; 0 when none is waited for.</param>
    /// <param name="function">The function.</param>
    /// <param name="values">Its arguments as JSON.</param>
    /// <param name="result">The kind of result.</param>
    public static IReadOnlyList<byte[]> Answer(long call, string function, string values, long result)
    {
        // Asked for an object of a script, its number is enough.
        var answer = result == JavaScriptObject ? $"{{\"__jsObjectId\":{Interlocked.Increment(ref _objects)}}}" : function == "isAtTop" ? "true" : "null";
        List<byte[]> said = call == 0 ? [] : [HubMessages.Invocation(null, "EndInvokeJSFromDotNet", call, true, $"[{call},true,{answer}]")];
        if (Tells(function) is var (method, told) && Object().Match(values) is { Success: true } page)
            said.Add(HubMessages.Invocation(null, "BeginInvokeDotNetFromJS", $"{call}", null, method, long.Parse(page.Groups[1].Value, CultureInfo.InvariantCulture), told));
        return said;
    }

    private static (string Method, string Values)? Tells(string function) => function switch
    {
        "createMap" => ("OnViewed", View),
        "Blazor._internal.Virtualize.init" => ("OnSpacerBeforeVisible", "[0,0,800]"),
        _ => null,
    };

    [GeneratedRegex("\"__dotNetObject\":([0-9]+)")]
    private static partial Regex Object();
}
