using Microsoft.JSInterop;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Map;

// What the script tells. Anybody can make a browser say anything, so each is looked at before it is believed.
public sealed partial class LeafletMap
{
    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public Task OnPicked(double latitude, double longitude)
    {
        if (!Picking || !GeoPoint.IsLatitude(latitude) || !GeoPoint.IsLongitude(longitude))
            return Task.CompletedTask;
        Pick = new GeoPoint(latitude, longitude);
        _sent.Pick = Pick;
        return PickChanged.InvokeAsync(Pick.Value);
    }

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public Task OnSelected(string id) => _sent.Shows(id) ? OnSelect.InvokeAsync(id) : Task.CompletedTask;

    /// <summary>Called by the script, which waits for the end before it calls again.</summary>
    [JSInvokable]
    public Task OnMoved(string id, double latitude, double longitude) =>
        _sent.Shows(id) && GeoPoint.IsLatitude(latitude) && GeoPoint.IsLongitude(longitude)
            ? OnMove.InvokeAsync(new HandleMove(id, new GeoPoint(latitude, longitude)))
            : Task.CompletedTask;

    /// <summary>Called by the script, which waits for the end before it calls again.</summary>
    [JSInvokable]
    public Task OnViewed(MapView view) => view.IsPossible ? OnView.InvokeAsync(view) : Task.CompletedTask;
}
