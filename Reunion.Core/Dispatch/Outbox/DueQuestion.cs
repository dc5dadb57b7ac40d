using Reunion.Core.Alerts;
using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>What is asked of a partner's outbox.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Modes">Of alerts in which modes; the others' endpoint is gone.</param>
/// <param name="Now">What is due until then.</param>
/// <param name="Most">How many messages, 0 or more.</param>
/// <param name="InFlight">Those on their way, which are not sent again meanwhile.</param>
/// <param name="IsOnlyRetries">Leaves out what was never tried.</param>
internal sealed record DueQuestion(
    PartnerId Partner, IReadOnlyCollection<AlertMode> Modes, DateTimeOffset Now, int Most, IReadOnlyList<Delivery> InFlight, bool IsOnlyRetries)
{
    /// <summary>Whether a message that nothing else holds back may go; the end of an alert does not overtake its phones.</summary>
    public bool MayGo(Delivery message) => message.NextAttemptAtUtc <= Now && (!IsOnlyRetries || message.Attempts > 0)
        && !InFlight.Any(d => d.Id == message.Id || (message.Type == MessageType.AlertEnded && d.AlertId == message.AlertId));
}
