using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Receipts;

/// <summary>How far an alert has come with one partner.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sent">Phones in batches that it took.</param>
/// <param name="Waiting">Phones in batches that it has not taken yet.</param>
/// <param name="Delivered">Phones that it says showed the alert.</param>
/// <param name="Opened">Phones on which it says it was opened.</param>
/// <param name="Pending">Messages that it has not taken yet.</param>
/// <param name="LastResult">What the last failed attempt of a pending message came to, or null.</param>
/// <param name="ToldEnded">Whether it took the message that the alert ended.</param>
/// <param name="PhotoWithdrawn">Whether it confirmed that the photo is down.</param>
public sealed record PartnerProgress(
    PartnerId Partner, string Name, long Sent, long Waiting, long Delivered, long Opened, int Pending, string? LastResult,
    bool ToldEnded, bool PhotoWithdrawn);
