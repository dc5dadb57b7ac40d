using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Bench.Dispatch;

/// <summary>The web servers of many partners on one loopback port, a path each: they read what they get, note the time and answer 204.</summary>
internal sealed class LoopbackPartners : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <param name="count">How many partners.</param>
    public LoopbackPartners(int count)
    {
        Count = count;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(AnswerAsync);
        _server.StartAsync().GetAwaiter().GetResult();
    }

    public int Count { get; }

    /// <summary>A partner that takes connections and never answers; −1 for none.</summary>
    public int BlackHole { get; set; } = -1;

    /// <summary>Hears of each request that was read whole: the partner, and when its head arrived.</summary>
    public Action<int, long>? Arrived { get; set; }

    public string EndpointOf(int partner) =>
        $"{_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/{partner}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var arrived = Stopwatch.GetTimestamp();
        var partner = int.Parse(context.Request.Path.Value.AsSpan(1), CultureInfo.InvariantCulture);
        if (partner == BlackHole)
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stop.Token);
            await Task.Delay(Timeout.Infinite, gone.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }
        // Nobody looks at what is read, so all may read to the same place.
        while (await context.Request.Body.ReadAsync(_buffer, context.RequestAborted) > 0)
        {
        }
        Arrived?.Invoke(partner, arrived);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
