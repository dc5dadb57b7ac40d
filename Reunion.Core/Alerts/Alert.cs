using Reunion.Core.Alerts.Radius;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.Text;
using Reunion.Core.Partners;
using Reunion.Core.Storage;

namespace Reunion.Core.Alerts;

/// <summary>The public activation of a case.</summary>
public sealed class Alert : IVersioned
{
    /// <summary>Identifies the alert.</summary>
    public required AlertId Id { get; init; }

    /// <summary>Eight characters that stand in links and can be said on the telephone.</summary>
    public required string Code { get; init; }

    /// <summary>The case it makes public.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>What it is for; never changes.</summary>
    public required AlertMode Mode { get; init; }

    /// <summary>Whether it is under way.</summary>
    public AlertStatus Status { get; set; }

    /// <summary>Counts what partners and broadcasters were or will be told; 1 from the issuing on.</summary>
    public int Revision { get; set; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAtUtc { get; init; }

    /// <summary>The account of who issued it.</summary>
    public required string IssuedByAccountId { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAtUtc { get; set; }

    /// <summary>How it ended.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>The one line that partners show first.</summary>
    public required LocalizedText Headline { get; set; }

    /// <summary>The facts in a few sentences.</summary>
    public required LocalizedText Description { get; set; }

    /// <summary>The steps of the schedule as they were when it was issued, at the pace of the alert's clock.</summary>
    public required IReadOnlyList<RadiusStep> ScheduleSteps { get; init; }

    /// <summary>Its circles.</summary>
    public List<Circle> Circles { get; } = [];

    /// <summary>What partners and broadcasters were told, in order.</summary>
    public List<AlertRevision> Revisions { get; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The schedule that its circles grow by.</summary>
    public RadiusSchedule Schedule() => new(ScheduleSteps);

    /// <summary>Whether one of its circles, as large as it is now, touches where a partner operates. Circles never shrink.</summary>
    /// <param name="partner">The partner.</param>
    public bool IsServedBy(Partner partner)
    {
        var schedule = Schedule();
        return Circles.Any(c => partner.Serves(c.Centre, schedule.RadiusMetres(c.RingShown)));
    }

    /// <summary>Adds the next revision, which the dispatcher turns into messages.</summary>
    /// <param name="change">What changed.</param>
    /// <param name="now">When.</param>
    public AlertRevision Revise(AlertChange change, DateTimeOffset now)
    {
        var revision = new AlertRevision { AlertId = Id, Number = ++Revision, Change = change, AtUtc = now };
        Revisions.Add(revision);
        return revision;
    }
}
