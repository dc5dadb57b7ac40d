using Reunion.Core.Common;

namespace Reunion.Core.Live;

/// <summary>A partner was made, changed, suspended or its endpoint answers differently now.</summary>
/// <param name="Partner">The partner.</param>
public sealed record PartnerChanged(PartnerId Partner) : LiveEvent;
