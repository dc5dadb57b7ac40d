using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Reunion.Console.Api.Public;

namespace Reunion.Console.Components.Public;

/// <summary>The tipster's page: where the tip stands, and the conversation with the reviewers.</summary>
public sealed partial class ReceiptPage
{
    [Parameter, EditorRequired]
    public Receipt Receipt { get; set; } = null!;

    /// <summary>What stands in the box.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>What is wrong with it, as a code.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>Makes one message of a double click.</summary>
    [Parameter, EditorRequired]
    public string Key { get; set; } = "";

    private string Grouped => string.Join(' ', Receipt.Code.Chunk(4).Select(c => new string(c)));

    private string Word => JsonNamingPolicy.SnakeCaseLower.ConvertName(Receipt.Tip.Review.ToString());

    private string KindWord => JsonNamingPolicy.SnakeCaseLower.ConvertName(Receipt.Tip.Kind.ToString());
}
