using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts.Coverage;
using Reunion.Core.Geography;

namespace Reunion.Console.Components.Pages.Map.Coverage;

/// <summary>Where nobody reaches people, most people first; a click goes there.</summary>
public sealed partial class GapList
{
    // More would not be read; the map shows all.
    private const int Shown = 30;

    [Parameter, EditorRequired]
    public CoverageReport Report { get; set; } = null!;

    [Parameter]
    public EventCallback<GeoPoint> OnGoTo { get; set; }

    private string Sentence(CoverageGap gap) => L["GapSentence", Rounded(gap.People), gap.Largest.NameIn(CultureInfo.CurrentUICulture)];

    // A census is some years old: the last digits would only pretend.
    private static long Rounded(long people) => (long)Math.Round(people / 1000.0) * 1000;
}
