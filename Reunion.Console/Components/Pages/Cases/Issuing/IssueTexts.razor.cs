using Microsoft.AspNetCore.Components;
using Reunion.Console.Components.Controls;

namespace Reunion.Console.Components.Pages.Cases.Issuing;

/// <summary>What the phones will show, in both languages.</summary>
public sealed partial class IssueTexts
{
    [Parameter, EditorRequired]
    public IssueDraft Issue { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldErrors Refused { get; set; } = FieldErrors.None;
}
