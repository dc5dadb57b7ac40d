using Reunion.Core.Common;
using Reunion.Core.Partners;

namespace Reunion.Core.Alerts;

/// <summary>How many phones one partner has in a circle.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Name">Its name.</param>
/// <param name="Targeting">With <see cref="Targeting.Area"/> alone its phones are not known to us.</param>
/// <param name="Phones">Phones inside now.</param>
public sealed record PartnerReach(PartnerId Partner, string Name, Targeting Targeting, long Phones);
