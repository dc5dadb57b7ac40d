using Microsoft.AspNetCore.Components;
using Reunion.Console.Hosting.Accounts;
using Reunion.Core.Common.Problems;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Picks who is to look into tips.</summary>
public sealed partial class AssignSelect
{
    private const string Prompt = "?";

    private IReadOnlyList<Reviewer> _reviewers = [];

    /// <summary>The account that is named now; empty for nobody, null to ask.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>The account that was picked; null for nobody.</summary>
    [Parameter]
    public EventCallback<string?> OnAssign { get; set; }

    [Inject]
    private ReadReviewers Read { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _reviewers = await Read.ListAsync(await Current.GetAsync());
        }
        catch (ProblemException)
        {
            // The role was taken away; the next click says why.
        }
    }

    private Task ChangeAsync(ChangeEventArgs change) =>
        OnAssign.InvokeAsync(change.Value is string { Length: > 0 } id ? id : null);
}
