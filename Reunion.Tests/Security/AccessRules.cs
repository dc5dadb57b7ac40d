namespace Reunion.Tests.Security;

/// <summary>
/// Who may reach what: O an officer, S a supervisor, A an admin, P a partner with a valid key, N nobody in particular.
/// Reaching says only that the caller is let through to the endpoint; what it then finds there is the endpoint's own affair.
/// </summary>
internal static class AccessRules
{
    public const string Everybody = "OSAPN";

    // A page answers GET, and POST for the forms it may have.
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["/"] = "OSA",
        ["/account/denied"] = Everybody,
        ["/account/login"] = Everybody,
        ["/account/password"] = "OSA",
        ["/admin/audit"] = "A",
        ["/admin/people"] = "A",
        ["/admin/schedules"] = "A",
        ["/analytics"] = "OSA",
        ["/cases"] = "OS",
        ["/cases/new"] = "O",
        ["/cases/{Id}"] = "OS",
        ["/error"] = Everybody,
        ["/not-found"] = "OSA",
        ["/partners"] = "OSA",
        ["/partners/{Id}"] = "A",
        ["/setup"] = Everybody,
        ["/tips"] = "S",
    };

    private static readonly Dictionary<string, string> Others = new()
    {
        ["Console ANY /_blazor"] = "OSA",
        ["Console ANY /_blazor/disconnect/"] = "OSA",
        ["Console ANY /_blazor/initializers/"] = "OSA",
        ["Console ANY /_blazor/negotiate"] = "OSA",
        ["Console ANY /healthz/live"] = Everybody,
        ["Console ANY /healthz/ready"] = Everybody,
        ["Console ANY /metrics"] = Everybody,
        ["Console GET /_framework/opaque-redirect"] = "OSA",
        ["Console GET /cases/photos/{id}"] = "OSA",
        ["Console GET /cases/unfinished/photo"] = "O",
        ["Console GET /tips/export/{alert}.csv"] = "S",
        ["Console GET /tips/export/{alert}.pdf"] = "S",
        ["Console GET /tips/photos/{id}"] = "S",
        ["Console GET /tips/photos/{id}/original"] = "S",
        ["Console GET /{**path:file}"] = Everybody,
        ["Console HEAD /{**path:file}"] = Everybody,
        ["Console POST /account/logout"] = Everybody,
        ["Console POST /account/preferences"] = Everybody,

        ["Partner ANY /hubs/tips"] = "P",
        ["Partner ANY /hubs/tips/negotiate"] = "P",
        ["Partner DELETE /partner/v1/presence"] = "P",
        ["Partner DELETE /partner/v1/presence/{device}"] = "P",
        ["Partner GET /docs/favicon.svg"] = Everybody,
        ["Partner GET /docs/scalar.aspnetcore.js"] = Everybody,
        ["Partner GET /docs/scalar.js"] = Everybody,
        ["Partner GET /docs/{documentName?}"] = Everybody,
        ["Partner GET /guide/{**file}"] = Everybody,
        ["Partner GET /openapi/{documentName}.json"] = Everybody,
        ["Partner GET /partner/v1/alerts"] = "P",
        ["Partner GET /partner/v1/alerts/{alertId}"] = "P",
        ["Partner POST /partner/v1/alerts/{alertId}/receipts"] = "P",
        ["Partner POST /partner/v1/alerts/{alertId}/tips"] = "P",
        ["Partner POST /partner/v1/alerts/{alertId}/withdrawal"] = "P",
        ["Partner POST /partner/v1/presence"] = "P",

        ["Public GET /"] = Everybody,
        ["Public GET /a/{code}"] = Everybody,
        ["Public GET /a/{code}/challenge"] = Everybody,
        ["Public GET /a/{code}/poster.pdf"] = Everybody,
        ["Public GET /a/{code}/photo"] = Everybody,
        ["Public GET /cap/alerts.atom"] = Everybody,
        ["Public GET /cap/alerts/{name}.xml"] = Everybody,
        ["Public GET /error"] = Everybody,
        ["Public GET /report"] = Everybody,
        ["Public GET /report/{code}"] = Everybody,
        ["Public GET /t/{receiptCode}"] = Everybody,
        ["Public HEAD /error"] = Everybody,
        ["Public POST /a/{code}/tips"] = Everybody,
        ["Public POST /report"] = Everybody,
        ["Public POST /t/{receiptCode}/messages"] = Everybody,
        ["Public POST /error"] = Everybody,
    };

    /// <summary>Rows of the route table, as <see cref="EndpointRow"/> writes them.</summary>
    public static IReadOnlyDictionary<string, string> Endpoints { get; } = Pages
        .SelectMany(page => new[] { "GET", "POST" }.Select(method => KeyValuePair.Create($"Console {method} {page.Key}", page.Value)))
        .Concat(Others).ToDictionary();

    /// <summary>Methods of hubs.</summary>
    public static IReadOnlyDictionary<string, string> HubMethods { get; } = new Dictionary<string, string>
    {
        ["TipsHub.SubmitTip"] = "P",
        ["TipsHub.WatchAlert"] = "P",
    };
}
