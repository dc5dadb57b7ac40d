namespace Reunion.Tests.EndToEnd;

/// <summary>A page of the console, as somebody comes to see it.</summary>
/// <param name="Name">Names its pictures.</param>
/// <param name="Template">Its route.</param>
/// <param name="Path">Where it is opened.</param>
/// <param name="Ready">What stands on it once it is drawn.</param>
internal sealed record PageToCheck(string Name, string Template, string Path, string Ready)
{
    public bool NeedsAccount { get; init; } = true;

    /// <summary>What is opened on it before it is looked at.</summary>
    public Func<Person, Task>? Open { get; init; }
}
