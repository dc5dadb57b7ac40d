using Orleans.Concurrency;

namespace Reunion.Core.Alerts;

/// <summary>The one owner of a live alert, anywhere in the cluster: looks at the rows and does what is due.</summary>
/// <remarks>The key is the alert's id as text. Losing a call loses nothing: the rows say what is left to do.</remarks>
[Alias("Reunion.IAlertClock")]
public interface IAlertClock : IGrainWithStringKey
{
    /// <summary>Something changed, or the program started: look again.</summary>
    [Alias("Wake"), OneWay]
    Task WakeAsync();
}
