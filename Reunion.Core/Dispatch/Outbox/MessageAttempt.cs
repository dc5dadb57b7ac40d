using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Partners;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>An attempt that was made.</summary>
/// <param name="Delivery">The message's row as it was read before.</param>
/// <param name="Partner">The partner as it was then.</param>
/// <param name="Result">What it came to.</param>
internal sealed record MessageAttempt(Delivery Delivery, Partner Partner, AttemptResult Result);
