using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Dispatch.Conformance;

/// <summary>Answers as a partner should that follows the guide, but for one fault.</summary>
internal sealed class ConformingApp(PartnerApp app, TimeProvider clock, string fault)
{
    private readonly HashSet<string> _seen = [];
    private bool _isEnded;

    public PartnerAnswer Answer(IHeaderDictionary headers, byte[] body)
    {
        if (!IsGenuine(headers, body))
            return new PartnerAnswer(fault == "refuses_with_gone" ? 410 : 401);
        if (!_seen.Add(headers["webhook-id"].ToString()))
            return new PartnerAnswer(fault == "fails_on_repeats" ? 500 : 200);
        var text = Encoding.UTF8.GetString(body);
        var isLate = _isEnded;
        _isEnded |= text.Contains("\"alert.ended\"", StringComparison.Ordinal);
        return new PartnerAnswer(fault switch
        {
            "no_ping" when text.Contains("\"partner.ping\"", StringComparison.Ordinal) => 404,
            "no_growth" when text.Contains("\"alert.expanded\"", StringComparison.Ordinal) => 501,
            "no_binary" when headers.ContentType == "application/vnd.reunion.recipients" && !isLate => 415,
            "no_recipients" when text.Contains("\"alert.recipients\"", StringComparison.Ordinal) && !isLate => 500,
            "never_ends" when text.Contains("\"alert.ended\"", StringComparison.Ordinal) => 500,
            "falls_over_late" when isLate => 500,
            "refuses_late" when isLate => 409,
            _ => 200,
        });
    }

    private bool IsGenuine(IHeaderDictionary headers, byte[] body)
    {
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers["webhook-timestamp"].ToString(), CultureInfo.InvariantCulture));
        if (fault != "ignores_time" && (clock.GetUtcNow() - sent).Duration() > TimeSpan.FromMinutes(5))
            return false;
        if (fault == "first_signature_only")
            headers = new HeaderDictionary(headers.ToDictionary()) { ["webhook-signature"] = headers["webhook-signature"].ToString().Split(' ')[0] };
        var isJson = headers.ContentType == "application/json";
        return fault == "ignores_signature"
            || app.IsSigned(headers, fault == "parses_first" && isJson ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Trim()) : body);
    }
}
