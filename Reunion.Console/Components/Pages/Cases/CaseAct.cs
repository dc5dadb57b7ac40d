using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Reunion.Console.Components.Controls;
using Reunion.Console.Hosting.Accounts;
using Reunion.Console.Resources;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>A panel or dialog that does one grave thing: a refusal stands in it, calmly, and nothing entered is lost.</summary>
public abstract class CaseAct : ComponentBase
{
    /// <summary>What was refused.</summary>
    protected FieldErrors Refused { get; private set; } = FieldErrors.None;

    /// <summary>Whether the act is under way.</summary>
    protected bool IsBusy { get; private set; }

    [Inject]
    protected CurrentActor Current { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<CasesText> L { get; set; } = null!;

    [Inject]
    private IStringLocalizer<ProblemText> Problems { get; set; } = null!;

    /// <summary>Does it as the person is now.</summary>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Actor, Task> act)
    {
        if (IsBusy)
            return false;
        (IsBusy, Refused) = (true, FieldErrors.None);
        try
        {
            await act(await Current.GetAsync());
            return true;
        }
        catch (ProblemException problem)
        {
            Refused = FieldErrors.Of(problem, Problems);
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
