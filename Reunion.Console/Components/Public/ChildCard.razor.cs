using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts.Publishing;

namespace Reunion.Console.Components.Public;

/// <summary>A missing child in the list.</summary>
public sealed partial class ChildCard
{
    [Parameter, EditorRequired]
    public AlertObject Alert { get; set; } = null!;

    private static string Number(double degrees) => degrees.ToString("F3", CultureInfo.InvariantCulture);
}
