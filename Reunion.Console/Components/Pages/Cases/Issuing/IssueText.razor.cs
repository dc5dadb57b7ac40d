using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Cases.Issuing;

/// <summary>One text of the alert in one language.</summary>
public sealed partial class IssueText
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public string Lang { get; set; } = "";

    [Parameter]
    public int Rows { get; set; } = 2;

    [Parameter]
    public int Longest { get; set; } = 2000;

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public string? Error { get; set; }
}
