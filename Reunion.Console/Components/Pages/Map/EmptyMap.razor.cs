using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>What to do when nothing is live.</summary>
public sealed partial class EmptyMap
{
    /// <summary>Whether the reader may file a case.</summary>
    [Parameter]
    public bool MayFile { get; set; }
}
