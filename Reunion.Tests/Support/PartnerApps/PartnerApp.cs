using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Reunion.Tests.Support.PartnerApps;

/// <summary>A partner app's real web server on loopback: answers as scripted, and keeps all that it gets.</summary>
internal sealed class PartnerApp : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<PartnerAnswer> _script = new();
    private readonly ConcurrentQueue<PartnerRequest> _requests = new();

    private PartnerApp(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>The secret of the partner that this app is; known once it is registered.</summary>
    public string Secret { get; set; } = "whsec_";

    /// <summary>Answers what the script does not.</summary>
    public Func<PartnerAnswer> Otherwise { get; set; } = () => PartnerAnswer.Ok;

    /// <summary>Answers by what a request says, where the script does not; null leaves it to <see cref="Otherwise"/>.</summary>
    public Func<IHeaderDictionary, byte[], PartnerAnswer>? Judge { get; set; }

    public string Address => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public string Endpoint => Address + "/alerts";

    public string ExerciseEndpoint => Address + "/exercise";

    /// <summary>All requests in the order they came.</summary>
    public IReadOnlyList<PartnerRequest> Requests => [.. _requests];

    /// <summary>Starts on a free port; over HTTPS when given a certificate.</summary>
    public static async Task<PartnerApp> StartAsync(X509Certificate2? certificate = null)
    {
        var app = new PartnerApp(certificate);
        await app._server.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>Says how the next requests are answered.</summary>
    public void Next(params PartnerAnswer[] answers)
    {
        foreach (var answer in answers)
            _script.Enqueue(answer);
    }

    public IReadOnlyList<PartnerRequest> OfType(string type) => [.. _requests.Where(r => r.Type == type)];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var answer = _script.TryDequeue(out var scripted) ? scripted : Judge?.Invoke(context.Request.Headers, buffer.ToArray()) ?? Otherwise();
        _requests.Enqueue(new PartnerRequest(
            context.Request.Headers["webhook-id"].ToString(), context.Request.Path.Value!, context.Request.ContentType ?? "",
            buffer.ToArray(), IsSigned(context.Request.Headers, buffer.ToArray()), answer.Status));
        if (answer.IsNever)
            await Task.Delay(Timeout.Infinite, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        else if (answer.Delay > TimeSpan.Zero)
            await Task.Delay(answer.Delay, _stop.Token);
        if (answer.RetryAfterSeconds is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = answer.Status;
        if (answer.Script is { } script)
            await script(context);
    }

    public bool IsSigned(IHeaderDictionary headers, byte[] body)
    {
        var key = Convert.FromBase64String(Secret["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}."), .. body];
        return headers["webhook-signature"].ToString().Split(' ').Contains("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)));
    }
}
