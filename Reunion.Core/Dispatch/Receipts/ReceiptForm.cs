namespace Reunion.Core.Dispatch.Receipts;

/// <summary>A report as a partner sends it.</summary>
/// <param name="ReceiptId">The partner's name for this one report, 1 to 120 characters.</param>
/// <param name="CircleId">The circle.</param>
/// <param name="Ring">The ring, from 1.</param>
/// <param name="Delivered">Phones that showed the alert, 0 or more.</param>
/// <param name="Opened">Phones on which it was opened, 0 or more.</param>
public sealed record ReceiptForm(string? ReceiptId, string? CircleId, int Ring, long Delivered, long Opened);
