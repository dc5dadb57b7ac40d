namespace Reunion.Console.Api.Tips;

/// <summary>What the sender of a tip gets once it is stored.</summary>
/// <param name="TipId">Identifies the tip.</param>
/// <param name="ReceiptCode">Opens the tipster's page.</param>
public sealed record TipAnswer(string TipId, string ReceiptCode);
