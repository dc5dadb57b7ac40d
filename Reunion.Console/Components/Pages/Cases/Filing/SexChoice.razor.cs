using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>Girl or boy, as it is published.</summary>
public sealed partial class SexChoice
{
    private const string Field = nameof(CaseFile.Sex);
    private ElementReference _element;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Form.Focus[Field] = () => _element.FocusAsync();
    }

    private void Choose(Sex sex)
    {
        Form.File.Sex = sex;
        Form.Touch();
    }
}
