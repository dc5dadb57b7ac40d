using Reunion.Core.Common;
using Reunion.Core.Common.Caching;
using Reunion.Core.Common.People;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography.Places;
using Reunion.Core.Partners;

namespace Reunion.Core.Alerts.Coverage;

/// <summary>Finds the places where no partner has phones: what an alert would miss there.</summary>
/// <param name="partners">Says who is active.</param>
/// <param name="presence">Counts phones.</param>
/// <param name="places">Says where people live.</param>
/// <param name="clock">Gives the time.</param>
/// <remarks>
/// Thread-safe. An answer is kept for 30 seconds. Only partners count that tell where their phones are: of the others nobody here
/// knows whom they reach.
/// </remarks>
public sealed class ReadCoverage(ReadPartners partners, PresenceIndex presence, Gazetteer places, TimeProvider clock)
{
    /// <summary>A cell's side in degrees.</summary>
    public const double CellDegrees = 0.25;

    /// <summary>The people from which a place is looked at.</summary>
    public const long MinimumPeople = 50_000;

    /// <summary>The phones of one partner from which a cell counts as reached.</summary>
    public const int MinimumPhones = 50;

    // Abroad nobody expects a partner's phones.
    private const string Country = "CN";

    private readonly BriefCache<bool, CoverageReport> _kept = new(TimeSpan.FromSeconds(30), clock);

    /// <summary>The gaps of now, or of up to 30 seconds ago.</summary>
    /// <param name="actor">Needs <see cref="Permission.SeeAlerts"/>.</param>
    public Task<CoverageReport> ExecuteAsync(Actor actor)
    {
        actor.Demand(Permission.SeeAlerts);
        return _kept.GetAsync(true, () => FindAsync(actor));
    }

    private async Task<CoverageReport> FindAsync(Actor actor)
    {
        var telling = (await partners.ListAsync(actor))
            .Where(p => p.Status == PartnerStatus.Active && p.Targeting.HasFlag(Targeting.Devices)).Select(p => p.Id).ToList();
        var looked = places.Places.Where(p => p.CountryCode == Country && p.IsExact && p.Population >= MinimumPeople).ToList();
        var people = looked.Sum(p => p.Population);
        if (telling.Sum(presence.CountPhones) == 0)
            return new CoverageReport(false, [], people);

        var reached = telling.SelectMany(Reached).ToHashSet();
        // Places come most populous first, and so do those of a cell.
        var gaps = looked.GroupBy(p => CellOf(p.Point.Latitude, p.Point.Longitude)).Where(cell => !reached.Contains(cell.Key))
            .Select(cell => new CoverageGap(SouthOf(cell.Key), WestOf(cell.Key), cell.First(), cell.Sum(p => p.Population)))
            .OrderByDescending(gap => gap.People).ToList();
        return new CoverageReport(true, gaps, people);
    }

    // A cell's edge is a double: its middle is surely inside.
    private IEnumerable<(int Row, int Column)> Reached(PartnerId partner) => presence.Density(partner, CellDegrees, MinimumPhones)
        .Select(c => CellOf(c.South + CellDegrees / 2, c.West + CellDegrees / 2));

    private static (int Row, int Column) CellOf(double latitude, double longitude) =>
        ((int)Math.Floor((latitude + 90) / CellDegrees), (int)Math.Floor((longitude + 180) / CellDegrees));

    private static double SouthOf((int Row, int Column) cell) => cell.Row * CellDegrees - 90;

    private static double WestOf((int Row, int Column) cell) => cell.Column * CellDegrees - 180;
}
