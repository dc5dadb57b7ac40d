using Microsoft.AspNetCore.Components;
using Reunion.Core.Geography.Places;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>Where and when the child was last seen, and when the police heard of it.</summary>
public sealed partial class LastSeenSection
{
    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>A place of the gazetteer was picked.</summary>
    [Parameter]
    public EventCallback<Place> OnPickPlace { get; set; }
}
