namespace Reunion.Console.Hosting.Surfaces;

/// <summary>One of the three listeners, which a firewall can keep apart.</summary>
public enum Surface
{
    /// <summary>For signed-in police: pages, hubs, metrics.</summary>
    Console,

    /// <summary>For partner apps: the API and its hub.</summary>
    Partner,

    /// <summary>For everybody: alerts, tips, CAP.</summary>
    Public,
}
