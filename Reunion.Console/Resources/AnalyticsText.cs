namespace Reunion.Console.Resources;

/// <summary>Names the texts about figures, the audit and schedules.</summary>
public sealed class AnalyticsText;
