using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Reunion.Console.Hosting.Language;

namespace Reunion.Console.Components;

public sealed partial class App
{
    // Not prerendered: nothing runs twice, nobody types into a page that is about to be replaced, one look at a file is one audit entry.
    private static readonly IComponentRenderMode Interactive = new InteractiveServerRenderMode(prerender: false);

    [CascadingParameter]
    private HttpContext Request { get; set; } = null!;

    /// <summary>Account pages are plain forms: they set cookies.</summary>
    private IComponentRenderMode? Mode => Request.AcceptsInteractiveRouting() ? Interactive : null;

    private bool IsDark => Preferences.IsDark(Request);
}
