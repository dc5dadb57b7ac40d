namespace Reunion.Console.Components.Public;

/// <summary>What a person sees instead of a bare status code.</summary>
public sealed partial class PublicErrorPage
{
    private string Word => Request.Response.StatusCode switch
    {
        413 => "TooLarge",
        429 => "TooMany",
        >= 400 and < 500 => "NotFound",
        _ => "Error",
    };
}
