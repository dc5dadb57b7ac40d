using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Resources;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Components.Controls;

/// <summary>A component that does things in the name of the person who looks at it.</summary>
public abstract class ActingComponent : ComponentBase
{
    /// <summary>What the last act refused, field by field.</summary>
    protected FieldErrors Errors { get; private set; } = FieldErrors.None;

    /// <summary>Whether an act is under way; buttons are disabled meanwhile.</summary>
    protected bool IsBusy { get; private set; }

    [Inject]
    protected CurrentActor Current { get; set; } = null!;

    [Inject]
    protected ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private IStringLocalizer<ProblemText> Problems { get; set; } = null!;

    /// <summary>Does something as the person is now; a refusal stands at its fields or is told at the edge of the screen.</summary>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Actor, Task> act)
    {
        if (IsBusy)
            return false;
        IsBusy = true;
        Errors = FieldErrors.None;
        try
        {
            await act(await Current.GetAsync());
            return true;
        }
        catch (ProblemException e)
        {
            Errors = FieldErrors.Of(e, Problems);
            if (Errors.Other is { } other)
                Snackbar.Add(other, Severity.Error);
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>Whether the person may still do something, as the accounts stand now.</summary>
    protected async Task<bool> MayAsync(Permission permission)
    {
        try
        {
            return (await Current.GetAsync()).May(permission);
        }
        catch (ProblemException)
        {
            return false;
        }
    }

    /// <summary>Forgets what the last act refused.</summary>
    protected void ClearErrors() => Errors = FieldErrors.None;
}
