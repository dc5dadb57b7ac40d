using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Radius;

namespace Reunion.Console.Components.Pages.Admin;

/// <summary>The schedule that circles grow by.</summary>
public sealed partial class SchedulesPage
{
    private static IReadOnlyList<RadiusStep> Steps => RadiusSchedule.Reunion.Steps;

    [Inject]
    private IOptions<AlertClockOptions> Pace { get; set; } = null!;

    private double TimeScale => Pace.Value.TimeScale;
}
