using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.Codes;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography.Places;
using Reunion.Core.Live;
using Reunion.Core.Photos;
using Reunion.Core.Storage;

namespace Reunion.Core.Cases.Reporting;

/// <summary>Takes a parent's report: a draft for the police unit of the place. It publishes nothing; an officer takes it from there.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="validator">Checks what concerns the parent.</param>
/// <param name="files">Checks what concerns the child.</param>
/// <param name="units">Knows the unit of a place.</param>
/// <param name="places">Finds a place named in words.</param>
/// <param name="audit">Keeps that it came in.</param>
/// <param name="live">Tells the unit's officers.</param>
/// <param name="clock">Gives the time of the report.</param>
public sealed class ReportMissingChild(
    IDbContextFactory<ReunionDbContext> factory, MissingReportValidator validator, CaseFileValidator files, PoliceUnits units, Gazetteer places,
    AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    // China's number of the police, until the unit's officer names a nearer one.
    private const string EmergencyPhone = "110";

    // Stands where an account's id stands when an officer files a case.
    private const string Public = "public";

    /// <summary>Stores a report; the same key with the same content again gives the same receipt.</summary>
    /// <param name="report">What was entered. Without a point it gets that of the town which <see cref="MissingReport.Place"/> names.</param>
    /// <param name="photo">The clean photo; required.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="ProblemException">Fields are wrong; <c>place_unknown</c> when the words name no town; <c>no_unit</c> when nobody could take it.</exception>
    public async Task<ReportReceipt> ExecuteAsync(MissingReport report, CleanPhoto? photo, CancellationToken cancel = default)
    {
        var named = PlaceInWords.Find(places, report.Place);
        var isRough = TakePlace(report, named);
        Demand(report, photo);

        await using var db = await factory.CreateDbContextAsync(cancel);
        var id = IdOf(report);
        if (await FindAsync(db, id, cancel) is { } earlier)
            return earlier;
        var file = report.ToFile("", EmergencyPhone);
        var unit = await units.OfAsync(db, file.Point()!.Value, named, cancel)
            ?? throw new ProblemException(ProblemKind.Conflict, "no_unit", "No police unit takes reports here yet. Call 110.");
        var missing = ToCase(id, report, photo!, unit);
        db.AddRange(missing.Case, missing.Photo);
        audit.AddSystem(db, AuditAction.CaseReported, id.ToString(), id, isRough ? "Rough" : "");
        try
        {
            await db.CommitAsync(cancel);
        }
        catch (ProblemException)
        {
            // The same report twice at once: the other one won.
            await using var again = await factory.CreateDbContextAsync(cancel);
            return await FindAsync(again, id, cancel) ?? throw ProblemException.Changed();
        }

        live.Publish(new CaseChanged(id));
        live.Publish(new ChildReported(id, unit.Code));
        return new ReportReceipt(id, missing.Case.ReportCode!);
    }

    private static async Task<ReportReceipt?> FindAsync(ReunionDbContext db, CaseId id, CancellationToken cancel) =>
        await db.Set<Case>().Where(c => c.Id == id && c.ReportCode != null)
            .Select(c => new ReportReceipt(c.Id, c.ReportCode!)).FirstOrDefaultAsync(cancel);

    private static bool TakePlace(MissingReport report, Place? named)
    {
        if (report.Latitude is not null || report.Longitude is not null || named is not { } town)
            return false;
        (report.Latitude, report.Longitude) = (town.Point.Latitude, town.Point.Longitude);
        return true;
    }

    private void Demand(MissingReport report, CleanPhoto? photo)
    {
        var problems = files.Problems(report.ToFile(Public, EmergencyPhone))
            .Select(p => p.Code == "place_on_map_required" ? new FieldProblem("Place", report.Place.Trim().Length == 0 ? "required" : "place_unknown") : p)
            .Concat(validator.Problems(report)).ToList();
        if (photo is null)
            problems.Add(new FieldProblem("Photo", "required"));
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    // Of the key and what was entered: who goes back and corrects something sends another report.
    private CaseId IdOf(MissingReport report) => string.IsNullOrEmpty(report.IdempotencyKey) ? TypedId.New<CaseId>(clock)
        : CaseId.From(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0',
            report.IdempotencyKey, report.Name, report.Sex, report.BirthDate, report.Place, report.LastSeenAtUtc, report.ReporterName,
            report.ReporterPhone, report.Features, report.Clothing, report.Circumstances))).AsSpan(0, 16)));

    private (Case Case, CasePhoto Photo) ToCase(CaseId id, MissingReport report, CleanPhoto photo, PoliceUnit unit)
    {
        var now = clock.GetUtcNow();
        var picture = new CasePhoto
        {
            Id = TypedId.New<PhotoId>(clock), CaseId = id, Jpeg = photo.Jpeg, Width = photo.Width, Height = photo.Height, AddedAtUtc = now,
        };
        return (new Case
        {
            Id = id,
            UnitCode = unit.Code,
            FiledByAccountId = Public,
            FiledByName = report.ReporterName.Trim(),
            FiledAtUtc = now,
            ReportedAtUtc = now,
            Child = new Child
            {
                Name = report.Name.Trim(),
                Sex = report.Sex!.Value,
                BirthDate = report.BirthDate!.Value,
                HeightCm = report.HeightCm,
                Features = report.Features.Trim(),
                Clothing = report.Clothing.Trim(),
            },
            LastSeen = new LastSeen
            {
                Latitude = report.Latitude!.Value, Longitude = report.Longitude!.Value, AtUtc = report.LastSeenAtUtc!.Value,
                Place = report.Place.Trim(),
            },
            Circumstances = report.Circumstances.Trim(),
            ContactUnit = unit.Name,
            ContactPhone = EmergencyPhone,
            PhotoId = picture.Id,
            ReporterName = report.ReporterName.Trim(),
            ReporterPhone = report.ReporterPhone.Trim(),
            ReportCode = HumanCode.New(16),
        }, picture);
    }
}
