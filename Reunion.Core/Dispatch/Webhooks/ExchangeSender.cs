using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Reunion.Core.Dispatch.Webhooks;

/// <summary>Posts a message to a partner over HTTP and keeps the exchange: the one way on which anything goes out.</summary>
/// <param name="clients">Makes the HTTP clients.</param>
/// <param name="clock">Times the exchange.</param>
/// <remarks>Thread-safe. Never throws for what a partner does.</remarks>
public sealed class ExchangeSender(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>How long a partner has for its whole answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>The client for endpoints on the public internet.</summary>
    internal const string PublicClient = "Reunion.Webhooks";

    /// <summary>The client for partners marked internal.</summary>
    internal const string InternalClient = "Reunion.Webhooks.Internal";

    /// <summary>Posts one message, once.</summary>
    internal async Task<Exchange> SendAsync(SignedMessage message, PartnerTarget target, CancellationToken cancel)
    {
        var (at, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, Timeout, System.Threading.Timeout.InfiniteTimeSpan);
        using var request = Request(message, target);
        var sent = new Exchange(target.Endpoint, at, Headers(request), message.Body, null, "", [], [], null, TimeSpan.Zero);
        try
        {
            var client = clients.CreateClient(target.IsInternal ? InternalClient : PublicClient);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var start = await StartAsync(response, limit.Token, cancel);
            var status = (int)response.StatusCode;
            return sent with
            {
                Status = status,
                Result = status.ToString(CultureInfo.InvariantCulture),
                AnswerHeaders = Headers(response),
                AnswerStart = start,
                RetryAfter = RetryAfter(response),
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

    // An answer's end frees the connection for the next message; a longer answer is cut off with its connection. What the
    // partner decided stood in its status already: a body that drips, never ends or breaks off takes nothing back.
    private static async Task<byte[]> StartAsync(HttpResponseMessage response, CancellationToken limit, CancellationToken stop)
    {
        var (buffer, start, left) = (new byte[8192], new List<byte>(), Exchange.MaxAnswerBytes);
        try
        {
            await using var answer = await response.Content.ReadAsStreamAsync(limit);
            while (left > 0 && await answer.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), limit) is > 0 and var read)
            {
                start.AddRange(buffer.AsSpan(0, Math.Min(read, Exchange.MaxAnswerStart - start.Count)));
                left -= read;
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException && !stop.IsCancellationRequested)
        {
        }

        return [.. start];
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
