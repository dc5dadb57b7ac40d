using System.Net;
using System.Text.RegularExpressions;

namespace Reunion.Bench.Screens;

/// <summary>Signs in to the console as the demo's supervisor.</summary>
internal static partial class SignedIn
{
    /// <returns>The cookies of the session.</returns>
    public static async Task<CookieContainer> AsSupervisorAsync(Uri console)
    {
        var cookies = new CookieContainer();
        using var http = Client(console, cookies);
        var page = await http.GetStringAsync("account/login");
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["__RequestVerificationToken"] = Token().Matches(page).Last().Groups[1].Value,
            ["Input.Email"] = "supervisor@reunion.demo", ["Input.Password"] = "Reunion-demo-2026!",
        });
        using var answer = await http.PostAsync("account/login", fields);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in was answered {(int)answer.StatusCode}.");
        return cookies;
    }

    public static HttpClient Client(Uri console, CookieContainer cookies) =>
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = cookies })
        {
            BaseAddress = console, DefaultRequestHeaders = { { "Accept-Language", "en" } },
        };

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
