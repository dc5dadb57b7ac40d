using Microsoft.AspNetCore.Components;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>Whether a partner takes part, and whether its endpoint is there.</summary>
public sealed partial class PartnerState
{
    [Parameter, EditorRequired]
    public Partner Partner { get; set; } = null!;
}
