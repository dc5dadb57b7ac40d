using Microsoft.AspNetCore.WebUtilities;

namespace Reunion.Console.Hosting.Problems;

/// <summary>The problem behind a bare status code.</summary>
internal static class StatusProblems
{
    public static string CodeOf(int status) => status switch
    {
        400 => "malformed",
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not_found",
        405 => "method_not_allowed",
        408 => "too_slow",
        413 => "too_large",
        415 => "unsupported_media_type",
        429 => "rate_limited",
        >= 500 => "internal_error",
        _ => "refused",
    };

    public static Task WriteAsync(HttpContext context, int status) =>
        ProblemAnswer.WriteAsync(context, status, CodeOf(status), ReasonPhrases.GetReasonPhrase(status));
}
