using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>The facts that are known; unknown ones take no room.</summary>
public sealed partial class CaseFacts
{
    [Parameter, EditorRequired]
    public Case Case { get; set; } = null!;

    private IEnumerable<(string Name, string Words)> Facts => new (string Name, string Words)[]
    {
        (L["BirthDate"], Case.Child.BirthDate.ToString("d", CultureInfo.CurrentCulture)),
        (L["Stature"], string.Join(", ", Stature())),
        (L["Features"], Case.Child.Features),
        (L["Clothing"], Case.Child.Clothing),
        (L["Circumstances"], Case.Circumstances),
        (L["Suspects"], Case.Suspects),
        (L["Vehicles"], Case.Vehicles),
        (L["Reported"], ChinaTime.Long(Case.ReportedAtUtc)),
        (L["SectionContact"], $"{Case.ContactUnit} · {Case.ContactPhone}"),
        (L["FiledBy"], Case.FiledByName),
        (L["ReporterPhone"], Case.ReporterPhone),
    }.Where(f => f.Words.Length > 0);

    private IEnumerable<string> Stature()
    {
        if (Case.Child.HeightCm is { } height)
            yield return L["Centimetres", height];
        if (Case.Child.WeightKg is { } weight)
            yield return L["Kilograms", weight];
    }
}
