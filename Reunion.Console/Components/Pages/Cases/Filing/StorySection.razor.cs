namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>What happened, and whom the public calls.</summary>
public sealed partial class StorySection;
