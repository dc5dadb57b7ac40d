using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Public;

/// <summary>The alerts as everybody may see them. A drill is not there at all.</summary>
internal sealed class PublicAlerts(ReadAlerts alerts, AlertNames names)
{
    private const int CodeLength = 8;

    /// <summary>The alerts under way, newest first.</summary>
    public async Task<IEnumerable<AlertFacts>> OpenAsync(CancellationToken cancel) => (await alerts.OpenAsync(cancel)).Where(IsPublic);

    /// <summary>The alerts that ended since an instant, newest first.</summary>
    public async Task<IEnumerable<AlertFacts>> EndedSinceAsync(DateTimeOffset since, CancellationToken cancel) =>
        (await alerts.EndedSinceAsync(since, cancel)).Where(IsPublic);

    /// <summary>One alert, also after its end.</summary>
    /// <exception cref="ProblemException"><c>not_found</c>: unknown, or not for the public; both look alike.</exception>
    public async Task<AlertFacts> GetAsync(string code, CancellationToken cancel) =>
        code.Length == CodeLength && await alerts.FindByCodeAsync(code.ToUpperInvariant(), cancel) is { } facts && IsPublic(facts)
            ? facts : throw ProblemException.NotFound("alert");

    /// <summary>The id of one alert, also after its end; without a look at the database once it is known.</summary>
    /// <exception cref="ProblemException"><c>not_found</c>, as above.</exception>
    public async ValueTask<AlertId> DemandAsync(string code, CancellationToken cancel) =>
        code.Length == CodeLength && await names.FindByCodeAsync(code.ToUpperInvariant(), cancel) is { Mode: AlertMode.Actual } name
            ? name.Id : throw ProblemException.NotFound("alert");

    /// <summary>One alert by its id, or null when the public may not know of it.</summary>
    public async Task<AlertFacts?> FindAsync(AlertId id, CancellationToken cancel) =>
        await alerts.FindAsync(id, cancel) is { } facts && IsPublic(facts) ? facts : null;

    /// <summary>Whether the public may know of it.</summary>
    public static bool IsPublic(AlertFacts facts) => facts.Alert.Mode == AlertMode.Actual;
}
