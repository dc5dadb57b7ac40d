using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace Reunion.Bench.Screens;

/// <summary>
/// The review board as a browser holds it open: its circuit over a WebSocket, with each picture acknowledged and each script's
/// call answered. It draws nothing; it notes how many tips the page says that it shows, and when it said so.
/// </summary>
internal sealed partial class OpenScreen(Uri console, CookieContainer cookies) : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new() { Options = { Cookies = cookies } };
    private readonly List<(long At, int Tips)> _counts = [];
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();
    private Task _reading = Task.CompletedTask;
    private int _shown;

    /// <summary>How many tips were on the screen from when on, as timestamps of <see cref="Stopwatch"/>; more each time. Read it after the end.</summary>
    public IReadOnlyList<(long At, int Tips)> Counts => _counts;

    /// <summary>Opens a page.</summary>
    /// <returns>When the first picture has come.</returns>
    public async Task OpenAsync(HttpClient http, string path)
    {
        var page = await http.GetStringAsync(path);
        var parts = Part().Matches(page).Select(m => m.Groups[1].Value).ToList();
        if (parts.Count == 0)
            throw new InvalidOperationException($"No part of {path} comes to life.");
        _socket.Options.SetRequestHeader("Accept-Language", "en");
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
        foreach (var answer in Answers(message.Span))
            await SendAsync(answer);
    }

    private IReadOnlyList<byte[]> Answers(ReadOnlySpan<byte> message)
    {
        var reader = new PackReader(message);
        reader.ReadArray();
        if (reader.ReadInteger() != 1)
            return [];
        reader.Skip();
        reader.Skip();
        var method = reader.ReadText();
        reader.ReadArray();
        switch (method)
        {
            case "JS.RenderBatch":
                var batch = reader.ReadInteger();
                _drawn.TrySetResult();
                return [HubMessages.Invocation(null, "OnRenderCompleted", batch, null)];
            case "JS.BeginInvokeJS":
                return PageScripts.Answer(reader.ReadInteger(), reader.ReadText()!, reader.ReadText() ?? "", reader.ReadInteger());
            case "JS.Error":
                throw new InvalidOperationException($"A screen failed: {reader.ReadText()}");
            default:
                return [];
        }
    }

    // The board says "1,234 shown" above its list and "12 new" beside it.
    private void Note(ReadOnlySpan<byte> message)
    {
        var (shown, arrived) = (NumberBefore(message, " shown"u8), NumberBefore(message, " new"u8));
        _shown = shown ?? _shown;
        if ((shown ?? arrived) is null)
            return;
        var tips = _shown + (arrived ?? 0);
        if (_counts.Count == 0 || tips > _counts[^1].Tips)
            _counts.Add((Stopwatch.GetTimestamp(), tips));
    }

    private static int? NumberBefore(ReadOnlySpan<byte> message, ReadOnlySpan<byte> word)
    {
        while (message.IndexOf(word) is >= 0 and var end)
        {
            var (number, factor) = (0, 1);
            for (var at = end - 1; at >= 0 && (char.IsAsciiDigit((char)message[at]) || message[at] == ','); at--)
                if (message[at] != ',')
                    (number, factor) = (number + ((message[at] - '0') * factor), factor * 10);
            if (factor > 1)
                return number;
            message = message[(end + word.Length)..];
        }

        return null;
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
