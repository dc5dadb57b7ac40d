using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Reunion.Console.Api.Partners;
using Reunion.Console.Hosting.Problems;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geofencing;
using Reunion.Core.Geofencing.Traffic;

namespace Reunion.Console.Api.Presence;

/// <summary><c>/partner/v1/presence</c>.</summary>
internal static class PresenceEndpoints
{
    private static readonly Dictionary<string, Func<IPositionFormat>> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [NdjsonPositions.ContentType] = () => new NdjsonPositions(),
        [BinaryPositions.ContentType] = () => new BinaryPositions(),
    };

    public static void MapPresence(this IEndpointRouteBuilder partner)
    {
        partner.MapPost("/presence", ReportAsync)
            // The server's own limit is less than a full body of generous lines.
            .WithMetadata(new RequestSizeLimitAttribute(PresenceBody.MaxBytes))
            .Accepts<byte[]>(NdjsonPositions.ContentType, BinaryPositions.ContentType)
            .Produces<PresenceAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithTags("Presence").WithSummary("Where your phones are: up to 100,000 positions, gzip allowed. Good ones are taken although others are bad.");
        partner.MapDelete("/presence/{device}", Erase)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithTags("Presence").WithSummary("Forgets one phone's position.");
        partner.MapDelete("/presence", EraseAll).WithTags("Presence").WithSummary("Forgets the positions of all your phones.");
    }

    private static async Task ReportAsync(
        HttpContext context, PresenceIndex index, PresenceTraffic traffic, IOptions<PresenceOptions> options, TimeProvider clock,
        CancellationToken cancel)
    {
        var type = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var given) ? given.MediaType.ToString() : "";
        var encoding = context.Request.Headers.ContentEncoding.ToString();
        var isGzip = encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase);
        if (!Formats.TryGetValue(type, out var format) || !(isGzip || encoding is "" or "identity"))
        {
            await ProblemAnswer.WriteAsync(
                context, StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type",
                $"Send {NdjsonPositions.ContentType} or {BinaryPositions.ContentType}, plain or gzip.");
            return;
        }

        var partner = context.Partner();
        using var batch = new PositionBatch(partner.Datum, clock.GetUtcNow(), options.Value.Retention);
        await PresenceBody.ReadAsync(context.Request, isGzip, format(), batch, cancel);
        // Nothing is stored before the whole body was read: a request refused as a whole has changed nothing.
        var outcome = index.Report(partner.Id, batch.Positions);
        var epoch = index.EpochOf(partner.Id);
        traffic.Record(partner.Id, batch.Fates(outcome.Accepted), epoch);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.WriteAsJsonAsync(batch.Answer(epoch), cancel);
    }

    private static NoContent Erase(string device, HttpContext context, PresenceIndex index)
    {
        if (!DeviceNumber.TryParse(Encoding.UTF8.GetBytes(device), out var number))
            throw new ProblemException(ProblemKind.Invalid, "device_invalid", "A device is 16 lower-case hex digits and not zero.");
        index.Erase(context.Partner().Id, number);
        return TypedResults.NoContent();
    }

    private static NoContent EraseAll(HttpContext context, PresenceIndex index)
    {
        index.EraseAll(context.Partner().Id);
        return TypedResults.NoContent();
    }
}
