using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>A partner took a message, or told what came of one.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Partner">The partner.</param>
public sealed record DeliveryProgressed(AlertId Alert, PartnerId Partner) : LiveEvent;
