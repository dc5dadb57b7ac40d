using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;

namespace Reunion.Console.Components.Pages.Map;

/// <summary>The child's photo, or the name's first letter where there is none.</summary>
public sealed partial class ChildPhoto
{
    [Parameter, EditorRequired]
    public PhotoId? PhotoId { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    private string Initial => Name.Length == 0 ? "" : StringInfo.GetNextTextElement(Name);
}
