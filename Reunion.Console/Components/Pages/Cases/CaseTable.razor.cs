using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>Cases in rows; a row leads to its case.</summary>
public sealed partial class CaseTable
{
    [Parameter, EditorRequired]
    public IReadOnlyList<CaseSummary> Cases { get; set; } = [];
}
