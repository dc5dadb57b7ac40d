using Microsoft.EntityFrameworkCore;
using Reunion.Core.Common.People;
using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;
using Reunion.Core.Storage;
using Reunion.Core.Storage.Accounts;

namespace Reunion.Core.Cases.Reporting;

/// <summary>Knows which police unit answers for a place.</summary>
/// <param name="places">Tells the division that a place lies in.</param>
public sealed class PoliceUnits(Gazetteer places)
{
    private const string Division = "cn";

    // A district that is named in words counts only where it is: some names are had twice.
    private const double NearMetres = 150_000;

    /// <summary>The unit whose code shares most with the division of a place; of several, the one with the lowest code.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="point">The place.</param>
    /// <param name="named">The town or district that its words name, if any.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <returns>Null when no unit has an officer.</returns>
    public async Task<PoliceUnit?> OfAsync(ReunionDbContext db, GeoPoint point, Place? named, CancellationToken cancel = default)
    {
        var officers = from account in db.Set<Account>()
                       join held in db.UserRoles on account.Id equals held.UserId
                       join role in db.Roles on held.RoleId equals role.Id
                       where role.Name == Roles.Officer && account.DisabledAtUtc == null
                       select new { account.UnitCode, account.UnitName };
        var units = await officers.Distinct().ToListAsync(cancel);
        var division = named is not null && IsDivision(named) && Geodesic.DistanceMetres(point, named.Point) < NearMetres
            ? CodeOf(named) : DivisionOf(point);
        return units.OrderByDescending(u => Shared(u.UnitCode, division)).ThenBy(u => u.UnitCode, StringComparer.Ordinal)
            .Select(u => new PoliceUnit(u.UnitCode, u.UnitName)).FirstOrDefault();
    }

    // Not every county is known by its code, but some in every province and of every large city are: the nearest tells where one is.
    private string DivisionOf(GeoPoint point) =>
        places.Places.Where(IsDivision).MinBy(p => Geodesic.DistanceMetres(point, p.Point)) is { } nearest ? CodeOf(nearest) : "";

    private static bool IsDivision(Place place) => place.Id.StartsWith(Division, StringComparison.Ordinal);

    private static string CodeOf(Place place) => place.Id[Division.Length..];

    private static int Shared(string code, string division) => code.Zip(division).TakeWhile(pair => pair.First == pair.Second).Count();
}
