using Reunion.Core.Geography;
using Reunion.Tests.Support.PartnerApps;

namespace Reunion.Tests.Faults;

/// <summary>What one partner's own records say about one alert.</summary>
internal sealed class PartnerRecords(PartnerApp app, string alertId)
{
    // Positions are kept to 19 metres, so who stands closer to the edge may be judged either way.
    private const double EdgeMetres = 60;

    private readonly IReadOnlyList<PartnerRequest> _requests = [.. app.Requests.Where(r => r.Data.GetProperty("alertId").GetString() == alertId)];

    public int Batches => _requests.Where(r => r.Type == "alert.recipients").Select(r => r.Id).Distinct().Count();

    /// <summary>What the newest message is; null when none came.</summary>
    public string? LastType => _requests.Count == 0 ? null : _requests[^1].Type;

    /// <summary>The messages that name each device.</summary>
    public ILookup<ulong, string> MessagesByDevice() => _requests
        .Where(r => r.Type == "alert.recipients").DistinctBy(r => r.Id)
        .SelectMany(r => r.Devices(), (r, device) => (r.Id, device)).ToLookup(x => x.device, x => x.Id);

    public void AssertSameBytesEachTime()
    {
        Assert.All(_requests, r => Assert.True(r.IsSigned));
        foreach (var message in _requests.GroupBy(r => r.Id))
            Assert.All(message, r => Assert.Equal(message.First().Body, r.Body));
    }

    public void AssertRecipientsOnlyAfterIssued()
    {
        var issued = _requests.Index().First(x => x.Item.Type == "alert.issued" && x.Item.Answered == 200).Index;
        var recipients = _requests.Index().First(x => x.Item.Type == "alert.recipients").Index;
        Assert.True(issued < recipients, "Recipients came before the alert.");
    }

    public void AssertEveryPhoneOnce(IReadOnlyList<IReadOnlyList<GeoPoint>> paths, GeoPoint centre, double radiusMetres)
    {
        var messages = MessagesByDevice();
        var (missed, twice, wrong) = (0, 0, 0);
        foreach (var (phone, path) in paths.Index())
        {
            var told = messages[(ulong)phone + 1].Count();
            var distances = path.Select(p => Geodesic.DistanceMetres(centre, p)).ToList();
            missed += told == 0 && distances[^1] < radiusMetres - EdgeMetres ? 1 : 0;
            twice += told > 1 ? 1 : 0;
            wrong += told > 0 && distances.Min() > radiusMetres + EdgeMetres ? 1 : 0;
        }

        Assert.True((missed, twice, wrong) == (0, 0, 0), $"{missed} phones missed, {twice} told twice, {wrong} told outside the circle");
    }
}
