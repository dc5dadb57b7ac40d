using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Sends one message that a person watches and keeps all of the exchange; what is sent by itself goes through <see cref="WebhookSender"/>.</summary>
/// <param name="clients">Makes the HTTP clients, the same as the sender's: the same addresses are allowed.</param>
/// <param name="clock">Times the exchange.</param>
/// <remarks>Thread-safe. Never throws for what a partner does.</remarks>
public sealed class ExchangeSender(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>Posts one message, once.</summary>
    internal async Task<Exchange> SendAsync(SignedMessage message, PartnerTarget target, CancellationToken cancel)
    {
        var (at, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, WebhookSender.Timeout, Timeout.InfiniteTimeSpan);
        using var request = Request(message, target);
        var sent = new Exchange(target.Endpoint, at, Headers(request), message.Body, null, "", [], [], TimeSpan.Zero);
        try
        {
            var client = clients.CreateClient(target.IsInternal ? WebhookSender.InternalClient : WebhookSender.PublicClient);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var start = await StartAsync(response, limit.Token);
            var status = (int)response.StatusCode;
            return sent with
            {
                Status = status,
                Result = status.ToString(CultureInfo.InvariantCulture),
                AnswerHeaders = Headers(response),
                AnswerStart = start,
                Duration = clock.GetElapsedTime(started),
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException && !cancel.IsCancellationRequested)
        {
            return sent with { Result = Describe(failure), Duration = clock.GetElapsedTime(started) };
        }
    }

    private static HttpRequestMessage Request(SignedMessage message, PartnerTarget target)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target.Endpoint) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(message.ContentType);
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", message.Timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", message.Signature);
        return request;
    }

    private static List<KeyValuePair<string, string>> Headers(HttpRequestMessage request) =>
        [.. Flat(request.Content!.Headers), .. Flat(request.Headers)];

    private static List<KeyValuePair<string, string>> Headers(HttpResponseMessage response) =>
        [.. Flat(response.Headers).Concat(Flat(response.Content.Headers)).Take(Exchange.MaxHeaders)];

    private static IEnumerable<KeyValuePair<string, string>> Flat(HttpHeaders headers) =>
        from header in headers.NonValidated
        from value in header.Value
        select KeyValuePair.Create(header.Key, value.Length > Exchange.MaxHeaderLength ? value[..Exchange.MaxHeaderLength] : value);

    // Reads as much as an ordinary delivery would, so that an answer that never ends fails here too, and keeps the first bytes.
    private static async Task<byte[]> StartAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var (buffer, start, total) = (new byte[8192], new List<byte>(), 0);
        await using var answer = await response.Content.ReadAsStreamAsync(cancel);
        while (total <= WebhookSender.MaxAnswerBytes && await answer.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            start.AddRange(buffer.AsSpan(0, Math.Min(read, Exchange.MaxAnswerStart - start.Count)));
            total += read;
        }

        return [.. start];
    }

    private static string Describe(Exception failure) => failure switch
    {
        OperationCanceledException => "timeout",
        { InnerException: AddressNotAllowedException } => "address_not_allowed",
        HttpRequestException { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
        _ => "connection_lost",
    };
}
