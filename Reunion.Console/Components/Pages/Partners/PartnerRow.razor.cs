using Microsoft.AspNetCore.Components;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>One partner in the list.</summary>
public sealed partial class PartnerRow
{
    [Parameter, EditorRequired]
    public Partner Partner { get; set; } = null!;

    /// <summary>Phones whose position is known now.</summary>
    [Parameter]
    public long Phones { get; set; }

    /// <summary>Null when nothing was ever sent.</summary>
    [Parameter]
    public OutboxState? Outbox { get; set; }

    /// <summary>Whether the reader may open the partner's page.</summary>
    [Parameter]
    public bool MayOpen { get; set; }
}
