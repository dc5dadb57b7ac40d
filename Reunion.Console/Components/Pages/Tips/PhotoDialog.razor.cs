using Microsoft.AspNetCore.Components;
using Reunion.Core.Common;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>A tip's photo, as large as the screen allows.</summary>
public sealed partial class PhotoDialog
{
    [Parameter, EditorRequired]
    public PhotoId Photo { get; set; }
}
