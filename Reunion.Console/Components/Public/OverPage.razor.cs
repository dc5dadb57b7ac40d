using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Public;

/// <summary>What stands where a missing child's page was: thanks, and neither photo nor name.</summary>
public sealed partial class OverPage
{
    /// <summary>Whether the child is back.</summary>
    [Parameter]
    public bool IsFound { get; set; }
}
