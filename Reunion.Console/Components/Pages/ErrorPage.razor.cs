using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages;

/// <summary>What a person sees instead of a bare status code.</summary>
public sealed partial class ErrorPage
{
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    private string Title => L[Word + "Title"];

    private string Text => L[Word + "Text"];

    private string Word => Request?.Response.StatusCode switch
    {
        404 or 410 => "NotFound",
        403 => "Denied",
        429 => "TooMany",
        400 => "Malformed",
        _ => "Error",
    };
}
