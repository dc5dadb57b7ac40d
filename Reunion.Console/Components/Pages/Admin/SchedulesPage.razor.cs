using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Night;
using Reunion.Core.Alerts.Radius;

namespace Reunion.Console.Components.Pages.Admin;

/// <summary>The schedule that circles grow by.</summary>
public sealed partial class SchedulesPage
{
    private static IReadOnlyList<RadiusStep> Steps => RadiusSchedule.Reunion.Steps;

    [Inject]
    private IOptions<AlertClockOptions> Pace { get; set; } = null!;

    [Inject]
    private NightRule Night { get; set; } = null!;

    private string NightText => Steps.Any(IsQuiet)
        ? L[Night.Options.TimeZone.Length > 0 ? "NightTextZone" : "NightText", Night.Options.Start.ToString("HH:mm", CultureInfo.InvariantCulture),
            Night.Options.End.ToString("HH:mm", CultureInfo.InvariantCulture), Night.Options.FromRadiusMetres / 1000, Night.Options.TimeZone]
        : L["NightNone"];

    private double TimeScale => Pace.Value.TimeScale;

    // A ring begins where the one before ends.
    private bool IsQuiet(RadiusStep step) => Night.IsFar(Steps.TakeWhile(s => s != step).LastOrDefault()?.RadiusMetres ?? 0);
}
