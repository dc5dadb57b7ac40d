namespace Reunion.Console.Demo;

/// <summary>A tip as the partner interface and its hub take it; the point is in the app's datum.</summary>
internal sealed record InventedTip(
    string AlertId, string Kind, string Text, DateTimeOffset SeenAt, double Lat, double Lon, string Place, string? Contact, string IdempotencyKey);
