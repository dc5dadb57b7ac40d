using System.Text;
using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>One labelled input of the form, with what is wrong under it.</summary>
public sealed partial class CaseField
{
    private ElementReference _element;

    /// <summary>The name of the field in the file; errors are found by it.</summary>
    [Parameter, EditorRequired]
    public string Field { get; set; } = "";

    /// <summary>Tells two inputs of one field apart.</summary>
    [Parameter]
    public string Part { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter]
    public string? Min { get; set; }

    [Parameter]
    public string? Max { get; set; }

    [Parameter]
    public int Rows { get; set; } = 1;

    [Parameter]
    public int? MaxLength { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public bool IsOptional { get; set; }

    /// <summary>Whether errors stand here; of two inputs only the first shows them.</summary>
    [Parameter]
    public bool ShowsError { get; set; } = true;

    [Parameter]
    public string Class { get; set; } = "";

    private string Id => $"case-{Kebab(Field)}{(Part.Length > 0 ? "-" + Part : "")}";

    private string? Error => ShowsError ? Form.Errors[Field] : null;

    private string? Invalid => Form.Errors[Field] is null ? null : "true";

    private string? DescribedBy => Error is null ? null : Id + "-error";

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (ShowsError)
            Form.Focus[Field] = () => _element.FocusAsync();
    }

    private async Task InputAsync(string? text)
    {
        await ValueChanged.InvokeAsync(text ?? "");
        Form.Touch();
    }

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }
        return kebab.ToString();
    }
}
