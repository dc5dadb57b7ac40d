using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Reunion.Console.Api.Partners;
using Reunion.Core.Common;
using Reunion.Core.Partners;

namespace Reunion.Console.Hubs;

/// <summary>The open connections of this process, so that one whose key stops being valid can be closed.</summary>
internal sealed class TipConnections(AuthenticatePartner authenticate)
{
    private readonly ConcurrentDictionary<string, (HubCallerContext Connection, PartnerFeature Caller)> _open = new();

    public void Add(HubCallerContext connection, PartnerFeature caller) => _open[connection.ConnectionId] = (connection, caller);

    public void Remove(string connectionId) => _open.TryRemove(connectionId, out _);

    /// <summary>The key a connection was opened with; empty when it is closed.</summary>
    public string TokenOf(string connectionId) => _open.TryGetValue(connectionId, out var open) ? open.Caller.Token : "";

    /// <summary>Closes the connections of a partner whose keys open nothing any more.</summary>
    public async Task RecheckAsync(PartnerId partner)
    {
        foreach (var (connection, caller) in _open.Values.Where(c => c.Caller.Partner.Id == partner))
            if (await authenticate.ExecuteAsync(caller.Token) is not { Status: PartnerStatus.Active } now || now.Datum != caller.Partner.Datum)
                connection.Abort();
    }
}
