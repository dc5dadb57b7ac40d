using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Reunion.Core.Common;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Says which tip another one repeats: first those of its cluster and near it in time.</summary>
public sealed partial class DuplicateForm
{
    private const int Most = 6;

    private string _typed = "";
    private TipId? _of;
    private IReadOnlyList<BoardTip> _candidates = [];
    private ElementReference _field;

    [Parameter, EditorRequired]
    public BoardTip Tip { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardSnapshot Board { get; set; } = null!;

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback<TipId> OnDuplicate { get; set; }

    // The likeliest is chosen already, so that Enter is enough.
    private TipId? Chosen => _candidates.Any(t => t.Id == _of) ? _of : _candidates is [var first, ..] ? first.Id : null;

    protected override void OnParametersSet() => Look();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _field.FocusAsync(preventScroll: true);
    }

    private void Type(string? text)
    {
        _typed = text ?? "";
        Look();
    }

    private void Look() => _candidates = [.. Board.Query(new TipQuery { States = TipStates.All, Search = _typed })
        .Where(t => t.Id != Tip.Id && t.Row.Review != TipReview.Duplicate && t.Row.DuplicateOfId != Tip.Id)
        .OrderByDescending(t => Tip.Cluster is not null && t.Cluster == Tip.Cluster)
        .ThenBy(t => (t.Row.AtUtc - Tip.Row.AtUtc).Duration()).Take(Most)];

    private Task SubmitAsync() => Chosen is { } of ? OnDuplicate.InvokeAsync(of) : Task.CompletedTask;

    private Task OnKeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnCancel.InvokeAsync() : Task.CompletedTask;
}
