using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;
using Reunion.Core.Tips.Board;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Narrows and orders the queue.</summary>
public sealed partial class TipFilters
{
    private const string Anybody = "*";
    private const string Mine = "me";
    private const string Somebody = "other";

    private static readonly int[] Scores = [20, 40, 60, 80];

    private ElementReference _search;

    [Parameter, EditorRequired]
    public TipQuery Query { get; set; } = new();

    /// <summary>The alerts to choose from, with the names of who is missing.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(AlertId Id, string Name)> Alerts { get; set; } = [];

    /// <summary>The account of who looks.</summary>
    [Parameter]
    public string? AccountId { get; set; }

    [Parameter]
    public EventCallback<TipQuery> OnChange { get; set; }

    private string Assigned => Query.AssignedTo switch { null => Anybody, "" => "", var id => id == AccountId ? Mine : Somebody };

    /// <summary>Puts the cursor into the search.</summary>
    public ValueTask FocusAsync() => _search.FocusAsync();

    private static AlertId? AlertOf(ChangeEventArgs change) =>
        TypedId.TryParse<AlertId>(change.Value as string, out var id) ? id : null;

    private static T? Pick<T>(ChangeEventArgs change) where T : struct, Enum =>
        Enum.TryParse<T>(change.Value as string, out var value) && Enum.IsDefined(value) ? value : null;

    private static int Number(ChangeEventArgs change) =>
        int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 100) : 0;

    private static string Pressed(bool isOn) => isOn ? "true" : "false";

    private string? AssignedOf(ChangeEventArgs change) => change.Value switch { Mine => AccountId, "" => "", _ => null };

    private Task ChangeAsync(TipQuery query) => OnChange.InvokeAsync(
        query.Search.Length <= TipQuery.MaxSearch ? query : query with { Search = query.Search[..TipQuery.MaxSearch] });
}
