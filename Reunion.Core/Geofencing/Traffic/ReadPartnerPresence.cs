using Reunion.Core.Common;
using Reunion.Core.Common.Caching;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;

namespace Reunion.Core.Geofencing.Traffic;

/// <summary>Reads how well a partner keeps us informed. There is no way to see a single phone.</summary>
/// <param name="traffic">Counts what comes.</param>
/// <param name="presence">Knows how old positions are.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>Thread-safe. Ages are counted at most every five seconds a partner, however many look.</remarks>
public sealed class ReadPartnerPresence(PresenceTraffic traffic, PresenceIndex presence, TimeProvider clock)
{
    private readonly BriefCache<PartnerId, IReadOnlyList<long>> _ages = new(TimeSpan.FromSeconds(5), clock);

    /// <summary>The limits between ages: 15 minutes, an hour, 6 hours, a day.</summary>
    public static IReadOnlyList<TimeSpan> AgeLimits { get; } =
        [TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>One partner; zeros when it has told nothing.</summary>
    /// <param name="actor">Needs <see cref="Permission.ManagePartners"/>.</param>
    /// <param name="partner">The partner.</param>
    /// <exception cref="ProblemException"><c>forbidden</c>.</exception>
    public async Task<PartnerPresence> ExecuteAsync(Actor actor, PartnerId partner)
    {
        actor.Demand(Permission.ManagePartners);
        var ages = await _ages.GetAsync(partner, () => Task.FromResult(presence.CountAges(partner, AgeLimits)));
        return new PartnerPresence(traffic.Of(partner), ages);
    }
}
