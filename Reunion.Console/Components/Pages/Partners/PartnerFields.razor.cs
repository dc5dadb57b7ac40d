using Microsoft.AspNetCore.Components;
using Reunion.Console.Components.Controls;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>What is entered about a partner, each error at its field.</summary>
public sealed partial class PartnerFields
{
    [Parameter, EditorRequired]
    public PartnerForm Form { get; set; } = new();

    [Parameter]
    public FieldErrors Errors { get; set; } = FieldErrors.None;
}
