using Microsoft.AspNetCore.Components;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>The person's kept views of the queue.</summary>
public sealed partial class ViewsMenu
{
    private IReadOnlyList<TipView> _views = [];
    private string _name = "";

    /// <summary>What the queue shows, to be kept.</summary>
    [Parameter, EditorRequired]
    public TipQuery Query { get; set; } = new();

    [Parameter]
    public EventCallback<TipQuery> OnPick { get; set; }

    [Inject]
    private TipViews Views { get; set; } = null!;

    protected override Task OnInitializedAsync() => TryAsync(async actor => _views = await Views.ListAsync(actor));

    private async Task KeepAsync()
    {
        if (await TryAsync(async actor =>
        {
            await Views.KeepAsync(actor, _name, Query);
            _views = await Views.ListAsync(actor);
        }))
            _name = "";
    }

    private Task<bool> RemoveAsync(string name) => TryAsync(async actor =>
    {
        await Views.RemoveAsync(actor, name);
        _views = await Views.ListAsync(actor);
    });
}
