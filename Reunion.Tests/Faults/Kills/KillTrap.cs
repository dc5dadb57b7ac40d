using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Reunion.Tests.Faults.Kills;

/// <summary>Kills this process when one of its programs comes to a step for the n-th time. Listens from outside; the product knows nothing of it.</summary>
internal sealed class KillTrap(KillStep step, int occurrence, string folder, int run)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly string Committing = RelationalEventId.TransactionCommitting.Name!;
    private static readonly string Committed = RelationalEventId.TransactionCommitted.Name!;

    private int _left = occurrence;

    /// <summary>Tells the partner by which run a request was made, and watches the steps around it.</summary>
    public DelegatingHandler Handler(string of) => new RequestTrap(this, of);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            value.Subscribe(this, (name, _, _) => name == Committing || name == Committed);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is TransactionEventData { Context: { } context })
            Pass(value.Key == Committing ? KillStep.BeforeCommit : KillStep.AfterCommit, context.Database.GetConnectionString()!);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private void Pass(KillStep at, string where)
    {
        if (at != step || !where.Contains(folder, StringComparison.Ordinal) || Interlocked.Decrement(ref _left) != 0)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    private sealed class RequestTrap(KillTrap trap, string of) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add(KilledProgram.RunHeader, trap.Run);
            trap.Pass(KillStep.BeforeRequest, of);
            var answer = await base.SendAsync(request, cancellationToken);
            trap.Pass(KillStep.AfterAnswer, of);
            return answer;
        }
    }

    private string Run { get; } = run.ToString(CultureInfo.InvariantCulture);
}
