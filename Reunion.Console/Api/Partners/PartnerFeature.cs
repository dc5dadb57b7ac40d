using Reunion.Core.Partners;

namespace Reunion.Console.Api.Partners;

/// <summary>Set on a request whose API key is valid.</summary>
/// <param name="Partner">Whose key it is, as the partner stood when the request came.</param>
/// <param name="Token">The key, with which a long connection is checked again.</param>
internal sealed record PartnerFeature(Partner Partner, string Token);
