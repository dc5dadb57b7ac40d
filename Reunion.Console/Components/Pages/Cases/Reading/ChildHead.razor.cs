using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>The child first: photo, name, age, last seen, how long ago.</summary>
public sealed partial class ChildHead
{
    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    private Child Child => View.Case.Child;
}
