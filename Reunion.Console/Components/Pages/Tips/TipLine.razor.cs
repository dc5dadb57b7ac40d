using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>One line of the queue.</summary>
public sealed partial class TipLine
{
    /// <summary>The tip as it is now.</summary>
    [Parameter, EditorRequired]
    public BoardTip Tip { get; set; } = null!;

    /// <summary>Who is missing, when the list has tips of more than one alert.</summary>
    [Parameter]
    public string? ChildName { get; set; }

    [Parameter]
    public bool IsSelected { get; set; }

    [Parameter]
    public bool IsPicked { get; set; }

    /// <summary>Whether it no longer fits the filter: it stays in its place until the list is put together anew.</summary>
    [Parameter]
    public bool IsGone { get; set; }

    /// <summary>Who else looks at it.</summary>
    [Parameter]
    public IReadOnlyList<string> Others { get; set; } = [];

    [Parameter]
    public EventCallback<BoardTip> OnSelect { get; set; }

    /// <summary>It was ticked or unticked; true with Shift, which means all lines up to here.</summary>
    [Parameter]
    public EventCallback<bool> OnPick { get; set; }

    private string Foot => string.Join(" · ", ((IEnumerable<string>)[L["Review" + Tip.Row.Review], Tip.Row.AssignedToName, Tip.Row.Place]).Where(w => w.Length > 0));

    private static string Initial(string name) => StringInfo.GetNextTextElement(name);

    private Task PickAsync(MouseEventArgs click) => OnPick.InvokeAsync(click.ShiftKey);
}
