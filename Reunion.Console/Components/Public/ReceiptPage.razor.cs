using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Public;

/// <summary>The tipster's page.</summary>
public sealed partial class ReceiptPage
{
    [Parameter, EditorRequired]
    public string Code { get; set; } = "";

    [Parameter, EditorRequired]
    public TipProgress Tip { get; set; } = null!;

    /// <summary>Whom to call while the alert runs.</summary>
    [Parameter]
    public string? Phone { get; set; }

    private string Grouped => string.Join(' ', Code.Chunk(4).Select(c => new string(c)));

    private string Word => JsonNamingPolicy.SnakeCaseLower.ConvertName(Tip.Review.ToString());

    private string KindWord => JsonNamingPolicy.SnakeCaseLower.ConvertName(Tip.Kind.ToString());
}
