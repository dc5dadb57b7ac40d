namespace Reunion.Core.Alerts.Publishing;

/// <summary>Whom to call.</summary>
/// <param name="Unit">The police unit.</param>
/// <param name="Phone">Its number.</param>
public sealed record AlertContact(string Unit, string Phone);
