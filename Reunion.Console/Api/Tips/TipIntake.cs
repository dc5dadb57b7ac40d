using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Tips;

namespace Reunion.Console.Api.Tips;

/// <summary>The one door for tips of every kind: tells all wrong fields at once by their contract names, and holds the photos of few tips at a time.</summary>
internal sealed class TipIntake(SubmitTip submit, TipFormValidator validator) : IDisposable
{
    /// <summary>The largest body with four photos in base64.</summary>
    public const int MaxJsonBytes = 84 * 1024 * 1024;

    /// <summary>The largest form with four photos.</summary>
    public const int MaxFormBytes = 64 * 1024 * 1024;

    // Uploads wait on the disk until one of these is free, so that a crowd with photos does not fill the memory.
    private readonly SemaphoreSlim _seats = new(16);

    /// <summary>Waits until the photos of one more tip may be held in memory.</summary>
    /// <returns>Dispose of it once the tip is stored or refused.</returns>
    public async Task<IDisposable> TakeSeatAsync(CancellationToken cancel)
    {
        await _seats.WaitAsync(cancel);
        return new Seat(_seats);
    }

    /// <summary>Stores a tip; it is committed when this returns.</summary>
    /// <exception cref="ProblemException">Wrong fields by their contract names, <c>alert_ended</c> or <c>not_found</c>.</exception>
    public async Task<TipAnswer> SubmitAsync(AlertId alert, TipDraft draft, CancellationToken cancel)
    {
        if (draft.Problems.Count > 0)
            throw Wrong([.. draft.Problems, .. validator.Validate(draft.Form).Errors.Select(e => new FieldProblem(e.PropertyName, e.ErrorCode))]);
        try
        {
            var receipt = await submit.ExecuteAsync(alert, draft.Form, cancel);
            return new TipAnswer(receipt.TipId.ToString(), receipt.ReceiptCode, receipt.RefusedPhotos);
        }
        catch (ProblemException e) when (e.Fields.Count > 0)
        {
            throw Wrong(e.Fields);
        }
    }

    public void Dispose() => _seats.Dispose();

    private static ProblemException Wrong(IEnumerable<FieldProblem> fields) =>
        new([.. fields.Select(f => f with { Field = ContractName(f.Field) }).DistinctBy(f => f.Field)]);

    private static string ContractName(string field) => field switch
    {
        nameof(TipForm.SeenAtUtc) => "seenAt",
        nameof(TipForm.Latitude) => "lat",
        nameof(TipForm.Longitude) => "lon",
        _ => char.ToLowerInvariant(field[0]) + field[1..],
    };

    private sealed class Seat(SemaphoreSlim seats) : IDisposable
    {
        public void Dispose() => seats.Release();
    }
}
