using Reunion.Core.Cases.Reporting;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Public.Reports;

/// <summary>Stores reports: tells all wrong fields at once by the names in the form, and decodes few photos at a time.</summary>
internal sealed class ReportIntake(ReportMissingChild report, MissingReportValidator validator) : IDisposable
{
    // Decoding one photo takes up to some 200 MB for a moment.
    private readonly SemaphoreSlim _decoders = new(2);

    /// <summary>Stores a report; it is committed when this returns.</summary>
    /// <exception cref="ProblemException">Wrong fields by their names in the form, or <c>no_unit</c>.</exception>
    public async Task<ReportReceipt> SubmitAsync(ReportForm form, CancellationToken cancel)
    {
        await _decoders.WaitAsync(cancel);
        try
        {
            var photo = await form.CleanPhotoAsync(cancel);
            if (form.Problems.Count > 0)
                throw new ProblemException([.. form.Problems, .. validator.Validate(form.Report).Errors.Select(e => new FieldProblem(e.PropertyName, e.ErrorCode))]);
            return await report.ExecuteAsync(form.Report, photo, cancel);
        }
        catch (ProblemException problem) when (problem.Fields.Count > 0)
        {
            throw new ProblemException([.. problem.Fields.Select(f => f with { Field = NameOf(f.Field) }).DistinctBy(f => f.Field)]);
        }
        finally
        {
            _decoders.Release();
        }
    }

    public void Dispose() => _decoders.Dispose();

    private static string NameOf(string field) => field switch
    {
        "LastSeenAtUtc" => "lastSeenAt",
        "Latitude" => "lat",
        "Longitude" => "lon",
        _ => char.ToLowerInvariant(field[0]) + field[1..],
    };
}
