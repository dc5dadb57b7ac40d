namespace Reunion.Console.Demo;

/// <summary>A sentence that somebody might send; <c>{place}</c> stands for a place's name.</summary>
internal sealed record TipPhrase(string Kind, string Language, string Text);
