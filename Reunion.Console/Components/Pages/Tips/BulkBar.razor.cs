using Microsoft.AspNetCore.Components;
using Reunion.Core.Common.People;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Does one thing to all tips that are ticked.</summary>
public sealed partial class BulkBar
{
    /// <summary>The ticked tips as they are now.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<BoardTip> Picked { get; set; } = [];

    /// <summary>How many lines the list has.</summary>
    [Parameter]
    public int Shown { get; set; }

    [Parameter]
    public EventCallback OnAll { get; set; }

    [Parameter]
    public EventCallback OnNone { get; set; }

    /// <summary>Something was done.</summary>
    [Parameter]
    public EventCallback<TipDone> OnDone { get; set; }

    [Inject]
    private ReviewTips Review { get; set; } = null!;

    /// <summary>Whether a reason is being written.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>Opens the form that dismisses.</summary>
    public void BeginDismiss()
    {
        IsWriting = true;
        ClearErrors();
        StateHasChanged();
    }

    /// <summary>Closes that form.</summary>
    public void EndDismiss()
    {
        IsWriting = false;
        StateHasChanged();
    }

    /// <summary>Marks all as saying the same as the one that was received first.</summary>
    public Task DuplicateAsync()
    {
        var first = Picked.MinBy(t => t.Row.ReceivedAtUtc)!;
        return ActAsync("DuplicateMany", (actor, marks) => Review.DuplicateAsync(actor, [.. marks.Where(m => m.Id != first.Id)], first.Id), Review.ReopenAsync);
    }

    /// <summary>Assigns all to somebody.</summary>
    public Task AssignAsync(string? accountId) =>
        ActAsync("AssignedMany", (actor, marks) => Review.AssignAsync(actor, marks, accountId), (actor, marks, cancel) => Review.AssignAsync(actor, marks, null, cancel));

    private async Task DismissAsync(string reason)
    {
        if (await ActAsync("DismissedMany", (actor, marks) => Review.DismissAsync(actor, marks, reason), Review.ReopenAsync))
            IsWriting = false;
    }

    private Task<bool> ReopenAsync() => ActAsync("ReopenedMany", (actor, marks) => Review.ReopenAsync(actor, marks), null);

    private async Task<bool> ActAsync(
        string done, Func<Actor, IReadOnlyCollection<TipMark>, Task<BulkOutcome>> act,
        Func<Actor, IReadOnlyCollection<TipMark>, CancellationToken, Task<BulkOutcome>>? back)
    {
        BulkOutcome? outcome = null;
        var marks = Picked.Select(t => t.Mark).ToList();
        if (!await TryAsync(async actor => outcome = await act(actor, marks)))
            return false;
        var words = L[done, outcome!.Done.Count].Value;
        if (outcome.Refused.Count > 0)
            words += " " + L["RefusedMany", outcome.Refused.Count];
        await OnDone.InvokeAsync(new TipDone(words, outcome, back));
        return true;
    }
}
