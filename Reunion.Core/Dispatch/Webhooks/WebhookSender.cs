using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Reunion.Core.Dispatch.Outbox;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Makes one attempt to hand a message to a partner over HTTP.</summary>
/// <param name="clients">Makes the HTTP clients.</param>
/// <param name="clock">Times the attempt and gives its timestamp.</param>
/// <remarks>Thread-safe. Never throws for what a partner does.</remarks>
public sealed class WebhookSender(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>How long a partner has for its whole answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>The most bytes of an answer that are read.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    /// <summary>The client for endpoints on the public internet.</summary>
    internal const string PublicClient = "Reunion.Webhooks";

    /// <summary>The client for partners marked internal.</summary>
    internal const string InternalClient = "Reunion.Webhooks.Internal";

    /// <summary>Posts one message.</summary>
    internal async Task<AttemptResult> SendAsync(OutgoingMessage message, PartnerTarget target, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, Timeout, System.Threading.Timeout.InfiniteTimeSpan);
        try
        {
            using var request = Request(message, target);
            var client = clients.CreateClient(target.IsInternal ? InternalClient : PublicClient);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var answer = await DrainAsync(response, limit.Token, cancel);
            return new AttemptResult(
                ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), response.IsSuccessStatusCode,
                response.StatusCode == HttpStatusCode.Gone, RetryAfter(response), clock.GetElapsedTime(started))
            { Status = (int)response.StatusCode, Answer = answer };
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException && !cancel.IsCancellationRequested)
        {
            return new AttemptResult(Describe(failure), false, false, null, clock.GetElapsedTime(started));
        }
    }

    private HttpRequestMessage Request(OutgoingMessage message, PartnerTarget target)
    {
        var (id, timestamp, body) = (message.Delivery.Id.ToString(), clock.GetUtcNow().ToUnixTimeSeconds(), message.Body());
        var request = new HttpRequestMessage(HttpMethod.Post, target.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(message.ContentType);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Sign(id, timestamp, body, target.SigningKeys));
        return request;
    }

    // An answer's end frees the connection for the next message; a longer answer is cut off with its connection. What the
    // partner decided stood in its status already: a body that drips, never ends or breaks off takes nothing back.
    private static async Task<string> DrainAsync(HttpResponseMessage response, CancellationToken limit, CancellationToken stop)
    {
        var buffer = new byte[8192];
        var first = new MemoryStream(AnswerText.MaxBytes);
        var left = MaxAnswerBytes;
        try
        {
            await using var answer = await response.Content.ReadAsStreamAsync(limit);
            while (left > 0 && await answer.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), limit) is > 0 and var read)
            {
                first.Write(buffer, 0, Math.Min(read, AnswerText.MaxBytes - (int)first.Length));
                left -= read;
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException && !stop.IsCancellationRequested)
        {
        }

        return AnswerText.Of(first.ToArray());
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };

    private static string Describe(Exception failure) => failure switch
    {
        OperationCanceledException => "timeout",
        { InnerException: AddressNotAllowedException } => "address_not_allowed",
        HttpRequestException { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
        _ => "connection_lost",
    };
}
