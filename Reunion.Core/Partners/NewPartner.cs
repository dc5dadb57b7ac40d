using Reunion.Core.Common;

namespace Reunion.Core.Partners;

/// <summary>A partner that was just made, with what can be shown only now.</summary>
/// <param name="Id">Identifies the partner.</param>
/// <param name="ApiKey">The API key.</param>
/// <param name="WebhookSecret">The webhook secret.</param>
public sealed record NewPartner(PartnerId Id, string ApiKey, string WebhookSecret);
