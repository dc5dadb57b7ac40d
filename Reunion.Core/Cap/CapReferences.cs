namespace Reunion.Core.Cap;

/// <summary>Which earlier documents a document replaces or cancels.</summary>
internal static class CapReferences
{
    /// <summary>All unexpired predecessors, oldest first; for a cancellation the newest one where all have expired.</summary>
    public static IReadOnlyList<CapDocument> Select(IReadOnlyList<CapDocument> earlier, DateTimeOffset sent, bool cancels)
    {
        List<CapDocument> ordered = [.. earlier.OrderBy(d => d.Revision)];
        List<CapDocument> valid = [.. ordered.Where(d => d.ExpiresUtc > sent)];
        return valid.Count == 0 && cancels ? [.. ordered.TakeLast(1)] : valid;
    }

    /// <summary>CAP's <c>references</c>: triples of sender, identifier and time, with spaces between them.</summary>
    public static string Write(IEnumerable<CapDocument> documents) =>
        string.Join(' ', documents.Select(d => $"{d.Sender},{d.Identifier},{CapText.Time(d.SentUtc)}"));
}
