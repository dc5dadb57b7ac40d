using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Webhooks;

namespace Reunion.Console.Components.Pages.Partners.Endpoints;

/// <summary>One request to a partner and its answer, in full.</summary>
public sealed partial class ExchangeView
{
    [Parameter, EditorRequired]
    public Exchange Exchange { get; set; } = null!;
}
