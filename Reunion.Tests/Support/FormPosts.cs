using System.Text.RegularExpressions;

namespace Reunion.Tests.Support;

/// <summary>Fills and sends the forms of pages without a circuit, as a browser does.</summary>
internal static partial class FormPosts
{
    /// <summary>Gets the page, then sends its form back with its antiforgery token.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string path, string form, Dictionary<string, string> fields, string? to = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        var page = await client.GetStringAsync(path, cancel);
        fields["_handler"] = form;
        fields["__RequestVerificationToken"] = Token().Matches(page).Last().Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(to ?? path, content, cancel);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
