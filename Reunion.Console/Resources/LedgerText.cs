namespace Reunion.Console.Resources;

/// <summary>Texts of what came of alerts: rings, receipts, photos that are taken down.</summary>
public sealed class LedgerText;
