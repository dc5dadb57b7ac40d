using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Reunion.Console.Hosting.Surfaces;
using Reunion.Core.Common.People;
using Reunion.Core.Partners;
using Reunion.Tests.Support;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Security;

/// <summary>The running program with somebody of each kind to ask it.</summary>
public sealed class AccessApp : ReunionApp
{
    private readonly Dictionary<char, HttpClient> _callers = [];
    private string? _key;

    public Uri Address(Surface surface) => surface switch
    {
        Surface.Partner => PartnerUrl,
        Surface.Public => PublicUrl,
        _ => ConsoleUrl,
    };

    public async Task<string> PartnerKeyAsync() =>
        _key ??= (await Services.GetRequiredService<RegisterPartner>().ExecuteAsync(TestActors.Admin, TestFiles.Partner())).ApiKey;

    /// <summary>A caller of <see cref="AccessRules"/>, by letter; its cookies and key go to every surface.</summary>
    public async Task<HttpClient> CallerAsync(char who)
    {
        if (_callers.TryGetValue(who, out var known))
            return known;
        var client = who switch
        {
            'O' => await SignInAsync(Roles.Officer),
            'S' => await SignInAsync(Roles.Supervisor),
            'A' => await SignInAsync(Roles.Admin),
            _ => Client(ConsoleUrl),
        };
        if (who == 'P')
            client.DefaultRequestHeaders.Authorization = new("Bearer", await PartnerKeyAsync());
        return _callers[who] = client;
    }

    /// <summary>Whether a real request is let through to the endpoint.</summary>
    internal async Task<bool> MayAsync(char who, EndpointRow endpoint)
    {
        var client = await CallerAsync(who);
        var method = endpoint.Method == "ANY" ? HttpMethod.Get : HttpMethod.Parse(endpoint.Method);
        using var request = new HttpRequestMessage(method, new Uri(Address(endpoint.Surface), endpoint.Path));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var sentAway = answer.Headers.Location?.ToString() is { } target
            && (target.Contains("/account/login", StringComparison.Ordinal) || target.Contains("/account/denied", StringComparison.Ordinal));
        return !sentAway && (int)answer.StatusCode is not (401 or 403);
    }

    /// <summary>A connection to the partners' hub; a null key is none.</summary>
    public HubConnection Hub(string? key) => new HubConnectionBuilder()
        .WithUrl(new Uri(PartnerUrl, "hubs/tips"), o => o.AccessTokenProvider = () => Task.FromResult(key)).Build();
}
