using Microsoft.EntityFrameworkCore;
using Reunion.Core.Audit;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Photos;
using Reunion.Core.Storage;

namespace Reunion.Core.Cases;

/// <summary>Files a missing child's case.</summary>
/// <param name="factory">Makes a context for each call.</param>
/// <param name="validator">Checks the file.</param>
/// <param name="audit">Keeps who filed it.</param>
/// <param name="live">Tells open screens.</param>
/// <param name="clock">Gives the time of filing.</param>
public sealed class FileCase(
    IDbContextFactory<ReunionDbContext> factory, CaseFileValidator validator, AuditTrail audit, LiveFeed live, TimeProvider clock)
{
    /// <summary>Files the case with its photo, and forgets the kept half-filled form.</summary>
    /// <param name="actor">Needs <see cref="Permission.RunCases"/>; the case belongs to the actor's unit.</param>
    /// <param name="id">Chosen by the form when it was opened, so that a second click files nothing twice.</param>
    /// <param name="file">What was entered.</param>
    /// <param name="photo">The clean photo; required.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>The case's id.</returns>
    /// <exception cref="ProblemException">Fields are wrong, the role does not allow it, or <c>changed_meanwhile</c>.</exception>
    public async Task<CaseId> ExecuteAsync(Actor actor, CaseId id, CaseFile file, CleanPhoto? photo, CancellationToken cancel = default)
    {
        actor.Demand(Permission.RunCases);
        Demand(file, photo);

        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.Set<Case>().AnyAsync(c => c.Id == id && c.FiledByAccountId == actor.AccountId, cancel))
            return id;

        var now = clock.GetUtcNow();
        var picture = new CasePhoto
        {
            Id = TypedId.New<PhotoId>(clock), CaseId = id, Jpeg = photo!.Jpeg, Width = photo.Width, Height = photo.Height, AddedAtUtc = now,
        };
        db.Add(ToCase(actor, id, file, picture.Id, now));
        db.Add(picture);
        audit.Add(db, actor, AuditAction.CaseFiled, id.ToString(), id);
        if (await db.FindAsync<UnfinishedCase>([actor.AccountId], cancel) is { } unfinished)
            db.Remove(unfinished);
        await db.CommitAsync(cancel);

        live.Publish(new CaseChanged(id));
        return id;
    }

    private void Demand(CaseFile file, CleanPhoto? photo)
    {
        var problems = validator.Problems(file).ToList();
        if (photo is null)
            problems.Add(new FieldProblem("Photo", "required"));
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private static Case ToCase(Actor actor, CaseId id, CaseFile file, PhotoId photo, DateTimeOffset now) => new()
    {
        Id = id,
        UnitCode = actor.UnitCode,
        FiledByAccountId = actor.AccountId,
        FiledByName = actor.Name,
        FiledAtUtc = now,
        ReportedAtUtc = file.ReportedAtUtc ?? now,
        Child = new Child
        {
            Name = file.Name.Trim(),
            Sex = file.Sex!.Value,
            BirthDate = file.BirthDate!.Value,
            HeightCm = file.HeightCm,
            WeightKg = file.WeightKg,
            Features = file.Features.Trim(),
            Clothing = file.Clothing.Trim(),
        },
        LastSeen = new LastSeen
        {
            Latitude = file.Latitude!.Value, Longitude = file.Longitude!.Value, AtUtc = file.LastSeenAtUtc!.Value, Place = file.Place.Trim(),
        },
        Circumstances = file.Circumstances.Trim(),
        Suspects = file.Suspects.Trim(),
        Vehicles = file.Vehicles.Trim(),
        ContactUnit = file.ContactUnit.Trim(),
        ContactPhone = file.ContactPhone.Trim(),
        PhotoId = photo,
    };
}
