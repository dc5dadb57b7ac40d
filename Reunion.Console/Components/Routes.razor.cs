using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Reunion.Console.Resources;

namespace Reunion.Console.Components;

public sealed partial class Routes
{
    [Inject]
    private IStringLocalizer<SharedText> L { get; set; } = null!;

    [Parameter]
    public bool IsDark { get; set; }
}
