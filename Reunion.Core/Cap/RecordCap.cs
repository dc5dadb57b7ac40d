using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Geography.Places;
using Reunion.Core.Storage;

namespace Reunion.Core.Cap;

/// <summary>Writes the CAP document of a revision into the transaction that tells partners of it.</summary>
/// <param name="site">Makes the links and names the sender.</param>
/// <param name="places">Names where a sighting was.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class RecordCap(PublicSite site, Gazetteer places)
{
    /// <summary>How long after its sending a document is valid, if nothing replaces it; <see cref="RenewCap"/> does while the alert lives.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    private readonly CapWriter _writer = new(site, new CapPlaces(places));

    /// <summary>Adds the document to the caller's unit of work; an end that nobody was told the beginning of adds none.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="facts">The alert and its case.</param>
    /// <param name="revision">What is told.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task AddAsync(ReunionDbContext db, AlertFacts facts, AlertRevision revision, CancellationToken cancel = default)
    {
        var id = facts.Alert.Id;
        var cancels = revision.Change == AlertChange.Ended;
        // Saved ones, and those of revisions told in the same transaction.
        var saved = await db.Set<CapDocument>().Where(d => d.AlertId == id && d.Revision < revision.Number).ToListAsync(cancel);
        List<CapDocument> earlier = [.. saved.Union(db.Set<CapDocument>().Local.Where(d => d.AlertId == id))];
        if (cancels && earlier.Count == 0)
            return;

        var sent = DateTimeOffset.FromUnixTimeSeconds(revision.AtUtc.ToUnixTimeSeconds());
        var references = CapReferences.Select(earlier, sent, cancels);
        var head = new CapDocument
        {
            Identifier = $"{id}-{revision.Number}",
            Sender = "reunion@" + new Uri(site.BaseUrl).IdnHost,
            AlertId = id,
            Revision = revision.Number,
            Mode = facts.Alert.Mode,
            MsgType = cancels ? CapMessageType.Cancel : references.Count > 0 ? CapMessageType.Update : CapMessageType.Alert,
            SentUtc = sent,
            ExpiresUtc = sent + Validity,
            Headline = CapWriter.Headline(facts, cancels),
            Xml = "",
        };
        var photo = cancels ? null : await PhotoAsync(db, facts.Case.PhotoId, cancel);
        db.Add(head.With(_writer.Write(head, facts, revision, references, photo)));
    }

    [SuppressMessage("Security", "CA5350", Justification = "CAP 1.2 prescribes SHA-1; it tells a copy from another, and keeps no secret.")]
    private static async Task<CapPhoto?> PhotoAsync(ReunionDbContext db, PhotoId? id, CancellationToken cancel) =>
        id is { } photo && await db.Set<CasePhoto>().Where(p => p.Id == photo).Select(p => p.Jpeg).FirstOrDefaultAsync(cancel) is { } jpeg
            ? new CapPhoto(jpeg.Length, Convert.ToHexStringLower(SHA1.HashData(jpeg))) : null;
}
