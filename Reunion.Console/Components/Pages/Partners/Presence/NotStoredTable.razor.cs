using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Geofencing.Traffic;

namespace Reunion.Console.Components.Pages.Partners.Presence;

/// <summary>Why positions were not stored, in plain words.</summary>
public sealed partial class NotStoredTable
{
    [Parameter, EditorRequired]
    public PartnerTraffic Traffic { get; set; } = null!;

    private static string Number(long count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
