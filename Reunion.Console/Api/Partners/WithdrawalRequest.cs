namespace Reunion.Console.Api.Partners;

/// <summary>A partner's word that it took an ended alert's photo down.</summary>
/// <param name="PhotoWithdrawn">True; anything else is refused.</param>
internal sealed record WithdrawalRequest(bool PhotoWithdrawn);
