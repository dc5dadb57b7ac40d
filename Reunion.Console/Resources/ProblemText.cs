namespace Reunion.Console.Resources;

/// <summary>Names the texts for refusals of use cases; the keys are the problems' codes.</summary>
public sealed class ProblemText;
