using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reunion.Console.Components.Map;
using Reunion.Console.Live;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>One tip with all that is known of it, and the decision about it.</summary>
public sealed partial class TipDetail
{
    private TipForms _form;
    private bool _conflict;

    [Parameter, EditorRequired]
    public TipSummary Tip { get; set; } = null!;

    /// <summary>Its alert; null once that has ended.</summary>
    [Parameter]
    public MapAlert? Alert { get; set; }

    /// <summary>The partner that sent it.</summary>
    [Parameter]
    public string? PartnerName { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>The circle that a decision under way would open; null when none.</summary>
    [Parameter]
    public EventCallback<CircleLayer?> OnPreview { get; set; }

    /// <summary>Something was decided, or somebody else was faster: look again.</summary>
    [Parameter]
    public EventCallback OnDecided { get; set; }

    [Inject]
    private ReviewTip Review { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    /// <summary>Opens the form that verifies.</summary>
    public Task BeginVerifyAsync() => BeginAsync(TipForms.Verify);

    /// <summary>Opens the form that dismisses.</summary>
    public Task BeginDismissAsync() => BeginAsync(TipForms.Dismiss);

    private async Task BeginAsync(TipForms form)
    {
        (_form, _conflict) = (form, false);
        ClearErrors();
        await OnPreview.InvokeAsync(null);
        StateHasChanged();
    }

    private Task EndForm() => BeginAsync(TipForms.None);

    private Task TakeAsync() => DecideAsync("Taken", actor => Review.TakeAsync(actor, Tip.Id, Tip.Version));

    private Task DismissAsync(string reason) =>
        DecideAsync("DismissedDone", actor => Review.DismissAsync(actor, Tip.Id, Tip.Version, reason));

    private Task VerifyAsync(Verification verification) => DecideAsync(
        verification.WithCircle ? "VerifiedWithCircle" : "VerifiedDone",
        actor => Review.VerifyAsync(actor, Tip.Id, Tip.Version, verification.Reason, verification.WithCircle));

    private async Task DecideAsync(string done, Func<Actor, Task> decide)
    {
        _conflict = false;
        var decided = await TryAsync(async actor =>
        {
            try
            {
                await decide(actor);
            }
            catch (ProblemException e) when (e.Code == "changed_meanwhile")
            {
                _conflict = true;
            }
        });
        if (decided && !_conflict)
        {
            _form = TipForms.None;
            Snackbar.Add(L[done], Severity.Normal);
        }

        if (decided)
            await OnDecided.InvokeAsync();
    }

    private Task<IDialogReference> EnlargeAsync(PhotoId photo) => Dialogs.ShowAsync<PhotoDialog>(
        L["PhotoOfTip"], new DialogParameters<PhotoDialog> { { d => d.Photo, photo } },
        new DialogOptions { MaxWidth = MaxWidth.Large, CloseButton = true, CloseOnEscapeKey = true, BackdropClick = true });
}
