using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Reunion.Console.Components.Pages.Partners.Presence;

/// <summary>How old the known positions are.</summary>
public sealed partial class AgeBar
{
    /// <summary>Phones by age, the youngest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<long> Ages { get; set; } = [];

    private double Share(long phones) => phones == 0 ? 0 : (double)phones / Ages.Sum();

    private string Width(long phones) => string.Create(CultureInfo.InvariantCulture, $"width:{100 * Share(phones):0.##}%");
}
