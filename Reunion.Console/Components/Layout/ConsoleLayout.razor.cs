using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Reunion.Console.Components.Layout;

/// <summary>The rail on the left, the page beside it, edge to edge.</summary>
public sealed partial class ConsoleLayout
{
    private ErrorBoundary? _boundary;

    [CascadingParameter]
    private PageTheme Theme { get; set; } = null!;

    // A page that failed must not hide the next one.
    protected override void OnParametersSet() => _boundary?.Recover();
}
