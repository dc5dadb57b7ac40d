using Microsoft.AspNetCore.Components;
using Reunion.Core.Accounts;

namespace Reunion.Console.Components.Pages.Admin;

/// <summary>One person and what can be done about them.</summary>
public sealed partial class PersonRow
{
    [Parameter, EditorRequired]
    public Person Person { get; set; } = null!;

    [Parameter]
    public EventCallback<Person> OnChangeRoles { get; set; }

    [Parameter]
    public EventCallback<Person> OnDisable { get; set; }

    [Parameter]
    public EventCallback<Person> OnEnable { get; set; }
}
