using System.Collections;

namespace Reunion.Console.Demo;

/// <summary>What one app knows of one alert: its newest form, and which of its phones show it.</summary>
/// <remarks>Used under the app's lock.</remarks>
internal sealed class AlertCard(HeardAlert alert, int phones)
{
    private readonly BitArray _shown = new(phones);

    public HeardAlert Alert { get; private set; } = alert;

    public bool IsLive => Alert.Status == "live";

    /// <summary>Phones that show the alert.</summary>
    public int Shown { get; private set; }

    /// <summary>Messages are taken in any order; only the newest form counts.</summary>
    public void Update(HeardAlert next)
    {
        if (next.Revision >= Alert.Revision)
            Alert = next;
    }

    /// <summary>Shows the alert on a phone; false when it shows it already, which nobody wants.</summary>
    public bool Show(int phone)
    {
        if (phone < 0 || _shown[phone])
            return false;
        _shown[phone] = true;
        Shown++;
        return true;
    }
}
