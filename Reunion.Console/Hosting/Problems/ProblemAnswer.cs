using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Hosting.Problems;

/// <summary>Writes RFC 9457 problems: <c>status</c>, <c>title</c>, a stable <c>code</c> and, for wrong fields, <c>errors</c>.</summary>
public static class ProblemAnswer
{
    /// <summary>The HTTP status of a kind of refusal.</summary>
    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status400BadRequest,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.Gone => StatusCodes.Status410Gone,
        ProblemKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Writes a use case's refusal.</summary>
    public static Task WriteAsync(HttpContext context, ProblemException problem) =>
        WriteAsync(context, StatusOf(problem.Kind), problem.Code, problem.Message, problem.Fields);

    /// <summary>Writes any problem.</summary>
    public static Task WriteAsync(
        HttpContext context, int status, string code, string title, IReadOnlyList<FieldProblem>? fields = null)
    {
        var details = new ProblemDetails { Status = status, Title = title, Extensions = { ["code"] = code } };
        if (fields is { Count: > 0 })
            details.Extensions["errors"] = fields
                .GroupBy(f => char.ToLowerInvariant(f.Field[0]) + f.Field[1..])
                .ToDictionary(g => g.Key, g => g.Select(f => f.Code).ToArray());
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(details, options: null, MediaTypeNames.Application.ProblemJson, context.RequestAborted);
    }
}
