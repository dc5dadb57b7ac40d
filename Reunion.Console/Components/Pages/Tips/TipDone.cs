using Reunion.Core.Common.People;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>What was just done, and how it is taken back.</summary>
/// <param name="Words">What was done, in words.</param>
/// <param name="Outcome">To which tips.</param>
/// <param name="Back">Takes it back; null when there is nothing to take back.</param>
public sealed record TipDone(
    string Words, BulkOutcome Outcome, Func<Actor, IReadOnlyCollection<TipMark>, CancellationToken, Task<BulkOutcome>>? Back);
