using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>What an attempt came to: an HTTP status or a word; anything but 2xx stands out.</summary>
public sealed partial class ResultMark
{
    [Parameter, EditorRequired]
    public string Result { get; set; } = "";

    private bool IsGood => Result.Length == 3 && Result[0] == '2';
}
