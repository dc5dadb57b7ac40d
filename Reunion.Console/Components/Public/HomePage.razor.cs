using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts.Publishing;

namespace Reunion.Console.Components.Public;

/// <summary>Who is missing now, and who was found.</summary>
public sealed partial class HomePage
{
    [Parameter, EditorRequired]
    public IReadOnlyList<AlertObject> Missing { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<FoundChild> Found { get; set; } = [];
}
