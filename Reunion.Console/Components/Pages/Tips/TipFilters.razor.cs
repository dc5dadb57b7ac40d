using Microsoft.AspNetCore.Components;
using Reunion.Console.Live;
using Reunion.Core.Common;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Narrows the queue.</summary>
public sealed partial class TipFilters
{
    [Parameter, EditorRequired]
    public TipFilter Filter { get; set; } = new();

    [Parameter, EditorRequired]
    public IReadOnlyList<MapAlert> Alerts { get; set; } = [];

    [Parameter]
    public EventCallback<TipFilter> OnChange { get; set; }

    private static AlertId? AlertOf(ChangeEventArgs change) =>
        TypedId.TryParse<AlertId>(change.Value as string, out var id) ? id : null;

    private static T? Pick<T>(ChangeEventArgs change) where T : struct, Enum =>
        Enum.TryParse<T>(change.Value as string, out var value) ? value : null;

    private Task ChangeAsync(TipFilter filter) => OnChange.InvokeAsync(filter);
}
