namespace Reunion.Core.Dispatch.Receipts;

/// <summary>What one ring of every circle added.</summary>
/// <param name="Number">The ring's number, from 1.</param>
/// <param name="Sent">How many such rings were sent.</param>
/// <param name="Phones">Phones found in them when they were swept.</param>
/// <param name="Delivered">Phones of such rings that partners say showed the alert.</param>
/// <param name="Opened">Phones of such rings on which they say it was opened.</param>
public sealed record RingFigure(int Number, int Sent, long Phones, long Delivered, long Opened);
