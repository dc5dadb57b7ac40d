namespace Reunion.Console.Components.Pages.Partners.List;

/// <summary>By what the list of partners is ordered.</summary>
public enum PartnerOrder
{
    /// <summary>The app's name.</summary>
    Name,

    /// <summary>Phones known.</summary>
    Phones,

    /// <summary>The share of messages that were taken.</summary>
    Success,

    /// <summary>What 99% of attempts stayed within.</summary>
    Slowness,

    /// <summary>Since when the oldest message waits.</summary>
    Waiting,

    /// <summary>When the app was last heard of.</summary>
    Contact,
}
