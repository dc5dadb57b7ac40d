namespace Reunion.Core.Cases.Reporting;

/// <summary>A police unit that has officers here.</summary>
/// <param name="Code">Its code, which begins with the code of the division that it polices.</param>
/// <param name="Name">Its name as it is published.</param>
public sealed record PoliceUnit(string Code, string Name);
