namespace Reunion.Core.Seeding;

/// <summary>What a demo partner needs to act, as it stands in <c>demo-partners.json</c>.</summary>
/// <param name="PartnerId">Identifies the partner.</param>
/// <param name="Name">Its name.</param>
/// <param name="ApiKey">Its key to the partner interface.</param>
/// <param name="WebhookSecret">The secret that its webhooks are signed with.</param>
/// <param name="Endpoint">Where its webhooks go.</param>
/// <param name="Targeting"><c>Devices</c>, <c>Area</c> or <c>Both</c>.</param>
/// <param name="Datum"><c>WGS84</c>, <c>GCJ02</c> or <c>BD09</c>.</param>
public sealed record DemoPartnerKeys(
    string PartnerId, string Name, string ApiKey, string WebhookSecret, string Endpoint, string Targeting, string Datum);
