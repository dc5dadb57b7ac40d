using Microsoft.AspNetCore.Components;
using Reunion.Core.Tips.Scores;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>A score with its reasons written out.</summary>
public sealed partial class ScoreFacts
{
    [Parameter, EditorRequired]
    public TipScore Score { get; set; } = null!;
}
