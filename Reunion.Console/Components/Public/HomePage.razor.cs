using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts.Clarifications;
using Reunion.Core.Alerts.Publishing;

namespace Reunion.Console.Components.Public;

/// <summary>Who is missing now, what the police made clear, what to do, and who was found.</summary>
public sealed partial class HomePage
{
    [Parameter, EditorRequired]
    public IReadOnlyList<AlertObject> Missing { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<FoundChild> Found { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<Clarification> Clarifications { get; set; } = [];
}
