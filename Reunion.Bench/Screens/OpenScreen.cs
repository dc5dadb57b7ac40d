using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Reunion.Bench.Screens;

/// <summary>
/// A console page as a browser holds it open: its circuit over a WebSocket, with each picture acknowledged and each script's call
/// answered. It draws nothing; it notes when a tip's id came in for the first time, in the page or for its map.
/// </summary>
internal sealed partial class OpenScreen(Uri console, CookieContainer cookies) : IAsyncDisposable
{
    private const int IdLength = 30;

    private readonly ClientWebSocket _socket = new() { Options = { Cookies = cookies } };
    private readonly Dictionary<string, long> _seen = [];
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();
    private Task _reading = Task.CompletedTask;
    private long _objects;

    /// <summary>When each tip was on the screen first, by its id, as a timestamp of <see cref="Stopwatch"/>. Read it after the end.</summary>
    public IReadOnlyDictionary<string, long> Seen => _seen;

    /// <summary>Opens a page.</summary>
    /// <returns>When the first picture has come.</returns>
    public async Task OpenAsync(HttpClient http, string path)
    {
        var page = await http.GetStringAsync(path);
        var parts = Part().Matches(page).Select(m => m.Groups[1].Value).ToList();
        if (parts.Count == 0)
            throw new InvalidOperationException($"No part of {path} comes to life.");
        _socket.Options.SetRequestHeader("Origin", console.GetLeftPart(UriPartial.Authority));
        await _socket.ConnectAsync(new UriBuilder(new Uri(console, "_blazor")) { Scheme = "ws" }.Uri, default);
        await _socket.SendAsync(HubMessages.Handshake, WebSocketMessageType.Binary, true, default);
        var state = State().Match(page) is { Success: true } kept ? kept.Groups[1].Value : "";
        _reading = Task.Run(ReadAsync);
        await SendAsync(HubMessages.Invocation("0", "StartCircuit", console.AbsoluteUri, new Uri(console, path).AbsoluteUri, $"[{string.Join(',', parts)}]", state));
        await _drawn.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        try
        {
            await _reading;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Closed while it waited.
        }

        _socket.Dispose();
        _closing.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var (start, end) = (0, 0);
        var shaken = false;
        try
        {
            while (true)
            {
                if (end == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                var got = await _socket.ReceiveAsync(buffer.AsMemory(end), _closing.Token);
                if (got.MessageType == WebSocketMessageType.Close)
                    throw new InvalidOperationException("The program closed a screen.");
                end += got.Count;
                if (!shaken && buffer.AsSpan(0, end).IndexOf((byte)0x1E) is >= 0 and var record)
                    (shaken, start) = (true, record + 1);
                while (shaken && TryFrame(buffer.AsSpan(start, end - start), out var head, out var length))
                {
                    await TakeAsync(buffer.AsMemory(start + head, length));
                    start += head + length;
                }

                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
        }
        catch (Exception e)
        {
            _drawn.TrySetException(e);
            throw;
        }
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> message)
    {
        Note(message.Span);
        if (Answer(message.Span) is { } answer)
            await SendAsync(answer);
    }

    private byte[]? Answer(ReadOnlySpan<byte> message)
    {
        var reader = new PackReader(message);
        reader.ReadArray();
        if (reader.ReadInteger() != 1)
            return null;
        reader.Skip();
        reader.Skip();
        var method = reader.ReadText();
        reader.ReadArray();
        switch (method)
        {
            case "JS.RenderBatch":
                var batch = reader.ReadInteger();
                _drawn.TrySetResult();
                return HubMessages.Invocation(null, "OnRenderCompleted", batch, null);
            case "JS.BeginInvokeJS":
                var call = reader.ReadInteger();
                reader.Skip();
                reader.Skip();
                // A module or an object of a script is answered by its number, everything else by nothing.
                var result = reader.ReadInteger() == 1 ? $"{{\"__jsObjectId\":{++_objects}}}" : "null";
                return call == 0 ? null : HubMessages.Invocation(null, "EndInvokeJSFromDotNet", call, true, $"[{call},true,{result}]");
            case "JS.Error":
                throw new InvalidOperationException($"A screen failed: {reader.ReadText()}");
            default:
                return null;
        }
    }

    private void Note(ReadOnlySpan<byte> message)
    {
        var now = Stopwatch.GetTimestamp();
        while (message.IndexOf("tip_"u8) is >= 0 and var at && message.Length - at >= IdLength)
        {
            _seen.TryAdd(Encoding.ASCII.GetString(message.Slice(at, IdLength)), now);
            message = message[(at + IdLength)..];
        }
    }

    private async Task SendAsync(byte[] message) => await _socket.SendAsync(message, WebSocketMessageType.Binary, true, _closing.Token);

    private static bool TryFrame(ReadOnlySpan<byte> bytes, out int head, out int length)
    {
        (head, length) = (0, 0);
        for (var shift = 0; head < bytes.Length; shift += 7)
        {
            length |= (bytes[head] & 0x7F) << shift;
            if ((bytes[head++] & 0x80) == 0)
                return bytes.Length - head >= length;
        }

        return false;
    }

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\"descriptor\".*?\\})-->")]
    private static partial Regex Part();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
