using Microsoft.AspNetCore.Components;
using Reunion.Core.Common.People;

namespace Reunion.Console.Components.Pages.Admin;

/// <summary>Picks one or more roles, each with what it is for.</summary>
public sealed partial class RoleChoice
{
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    [Parameter]
    public EventCallback<IReadOnlyList<string>> ChosenChanged { get; set; }

    [Parameter]
    public string? Error { get; set; }

    private Task ToggleAsync(string role, bool on) =>
        ChosenChanged.InvokeAsync([.. Roles.All.Where(r => r == role ? on : Chosen.Contains(r))]);
}
