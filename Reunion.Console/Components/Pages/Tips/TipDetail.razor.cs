using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Components.Map;
using Reunion.Console.Live;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>One tip with all that is known of it, and the decision about it.</summary>
public sealed partial class TipDetail
{
    private TipForms _form;
    private TipConversation? _talk;
    private bool _conflict;

    [Parameter, EditorRequired]
    public TipSummary Tip { get; set; } = null!;

    /// <summary>What it comes to among the others.</summary>
    [Parameter, EditorRequired]
    public BoardTip Line { get; set; } = null!;

    /// <summary>The others.</summary>
    [Parameter, EditorRequired]
    public BoardSnapshot Board { get; set; } = null!;

    /// <summary>Its alert; null once that has ended.</summary>
    [Parameter]
    public MapAlert? Alert { get; set; }

    /// <summary>The partner that sent it.</summary>
    [Parameter]
    public string? PartnerName { get; set; }

    /// <summary>Who else looks at it.</summary>
    [Parameter]
    public IReadOnlyList<string> Others { get; set; } = [];

    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>The circle that a decision under way would open; null when none.</summary>
    [Parameter]
    public EventCallback<CircleLayer?> OnPreview { get; set; }

    /// <summary>Something was done.</summary>
    [Parameter]
    public EventCallback<TipDone> OnDone { get; set; }

    /// <summary>Somebody else was faster: look again.</summary>
    [Parameter]
    public EventCallback OnConflict { get; set; }

    /// <summary>Another tip is asked for.</summary>
    [Parameter]
    public EventCallback<TipId> OnGo { get; set; }

    [Inject]
    private ReviewTip Review { get; set; } = null!;

    [Inject]
    private ReviewTips ReviewMany { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private TipMark Mark => new(Tip.Id, Tip.Version);

    private bool IsDecided => Tip.Review is not (TipReview.New or TipReview.InReview);

    /// <summary>Opens the form that verifies.</summary>
    public Task BeginVerifyAsync() => BeginAsync(TipForms.Verify);

    /// <summary>Opens the form that dismisses.</summary>
    public Task BeginDismissAsync() => BeginAsync(TipForms.Dismiss);

    /// <summary>Opens the form that marks as a duplicate.</summary>
    public Task BeginDuplicateAsync() => BeginAsync(TipForms.Duplicate);

    /// <summary>Whether a decision is being written.</summary>
    public bool IsWriting => _form != TipForms.None;

    /// <summary>Closes the form without a decision.</summary>
    public Task EndForm() => BeginAsync(TipForms.None);

    /// <summary>Puts the cursor into the answer to the sender.</summary>
    public ValueTask BeginReplyAsync() => _talk?.FocusAsync() ?? ValueTask.CompletedTask;

    /// <summary>Assigns the tip to who asks; a new one is then in review.</summary>
    public Task AssignToMeAsync() => Tip.Review == TipReview.New ? TakeAsync() : TryManyAsync(
        "AssignedDone", async actor => await ReviewMany.AssignAsync(actor, [Mark], actor.AccountId), AssignBack());

    private async Task BeginAsync(TipForms form)
    {
        (_form, _conflict) = (form, false);
        ClearErrors();
        await OnPreview.InvokeAsync(null);
        StateHasChanged();
    }


    private Task TakeAsync() => DecideAsync("Taken", actor => Review.TakeAsync(actor, Tip.Id, Tip.Version), Untake);

    private Task DismissAsync(string reason) => DecideAsync("DismissedDone", actor => Review.DismissAsync(actor, Tip.Id, Tip.Version, reason));

    private Task VerifyAsync(Verification verification) => DecideAsync(
        verification.WithCircle ? "VerifiedWithCircle" : "VerifiedDone",
        actor => Review.VerifyAsync(actor, Tip.Id, Tip.Version, verification.Reason, verification.WithCircle));

    private Task DuplicateAsync(TipId of) => TryManyAsync("DuplicateDone", actor => ReviewMany.DuplicateAsync(actor, [Mark], of), ReviewMany.ReopenAsync);

    private Task ReopenAsync() => TryManyAsync("ReopenedDone", actor => ReviewMany.ReopenAsync(actor, [Mark]), null);

    private Task AssignAsync(string? accountId) => TryManyAsync("AssignedDone", actor => ReviewMany.AssignAsync(actor, [Mark], accountId), AssignBack());

    private Func<Actor, IReadOnlyCollection<TipMark>, CancellationToken, Task<BulkOutcome>> AssignBack()
    {
        var before = Line.Row.AssignedToAccountId;
        return (actor, marks, cancel) => ReviewMany.AssignAsync(actor, marks, before, cancel);
    }

    private async Task<BulkOutcome> Untake(Actor actor, IReadOnlyCollection<TipMark> marks, CancellationToken cancel)
    {
        var reopened = await ReviewMany.ReopenAsync(actor, marks, cancel);
        return await ReviewMany.AssignAsync(actor, reopened.Done, null, cancel);
    }

    // A decision counts the version up by one; whoever takes it back names that version, so that nobody's later decision goes with it.
    private Task DecideAsync(
        string done, Func<Actor, Task> decide, Func<Actor, IReadOnlyCollection<TipMark>, CancellationToken, Task<BulkOutcome>>? back = null) =>
        TryManyAsync(
            done,
            async actor =>
            {
                try
                {
                    await decide(actor);
                    return new BulkOutcome([new TipMark(Tip.Id, Tip.Version + 1)], []);
                }
                catch (ProblemException e) when (e.Code == "changed_meanwhile")
                {
                    return new BulkOutcome([], [Tip.Id]);
                }
            },
            back ?? ReviewMany.ReopenAsync);

    private async Task TryManyAsync(
        string done, Func<Actor, Task<BulkOutcome>> act, Func<Actor, IReadOnlyCollection<TipMark>, CancellationToken, Task<BulkOutcome>>? back)
    {
        BulkOutcome? outcome = null;
        _conflict = false;
        if (!await TryAsync(async actor => outcome = await act(actor)))
            return;
        _conflict = outcome!.Refused.Count > 0;
        if (_conflict)
        {
            await OnConflict.InvokeAsync();
            return;
        }

        _form = TipForms.None;
        await OnDone.InvokeAsync(new TipDone(L[done], outcome, back));
    }

    private Task<IDialogReference> EnlargeAsync(PhotoId photo) => Dialogs.ShowAsync<PhotoDialog>(
        L["PhotoOfTip"], new DialogParameters<PhotoDialog> { { d => d.Photo, photo } },
        new DialogOptions { MaxWidth = MaxWidth.Large, CloseButton = true, CloseOnEscapeKey = true, BackdropClick = true });
}
