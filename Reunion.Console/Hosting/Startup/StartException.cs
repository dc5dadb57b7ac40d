namespace Reunion.Console.Hosting.Startup;

/// <summary>Something that the person who starts the program can put right.</summary>
/// <param name="key">The configuration key or the command line's option.</param>
/// <param name="message">What is wrong with its value.</param>
internal sealed class StartException(string key, string message) : Exception($"{key}: {message}");
