using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>A part of the form: drawn again when the form was checked or another part changed it.</summary>
public abstract class FormPart : ComponentBase, IDisposable
{
    [CascadingParameter]
    protected CaseForm Form { get; set; } = null!;

    public void Dispose()
    {
        Form.Checked -= StateHasChanged;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Form.Checked += StateHasChanged;
}
