using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Dispatch.Receipts;
using Reunion.Core.Geography;
using Reunion.Core.Tips;

namespace Reunion.Console.Live;

/// <summary>An open alert as screens show it: what is published of the case, and how far the alert has come.</summary>
public sealed record MapAlert
{
    /// <summary>Identifies the alert.</summary>
    public required AlertId Id { get; init; }

    /// <summary>The case behind it, for links.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>What it is for.</summary>
    public required AlertMode Mode { get; init; }

    /// <summary>Live or paused.</summary>
    public required AlertStatus Status { get; init; }

    /// <summary>Who is missing.</summary>
    public required string ChildName { get; init; }

    /// <summary>The child's sex.</summary>
    public required Sex Sex { get; init; }

    /// <summary>The child's age in full years when the alert was issued.</summary>
    public required int AgeYears { get; init; }

    /// <summary>The published photo.</summary>
    public required PhotoId? PhotoId { get; init; }

    /// <summary>Where the child was last seen.</summary>
    public required GeoPoint LastSeenPoint { get; init; }

    /// <summary>When the child was last seen.</summary>
    public required DateTimeOffset LastSeenAtUtc { get; init; }

    /// <summary>That place in words.</summary>
    public required string LastSeenPlace { get; init; }

    /// <summary>The police unit to call.</summary>
    public required string ContactUnit { get; init; }

    /// <summary>Its circles, oldest first.</summary>
    public required IReadOnlyList<MapCircle> Circles { get; init; }

    /// <summary>How far it has come with each partner.</summary>
    public required IReadOnlyList<PartnerProgress> Progress { get; init; }

    /// <summary>Its tips that name a place.</summary>
    public required IReadOnlyList<TipDot> Tips { get; init; }

    /// <summary>Tips that nobody has looked at.</summary>
    public required int WaitingTips { get; init; }

    /// <summary>Whether it is an exercise or a test.</summary>
    public bool IsDrill => Mode != AlertMode.Actual;

    /// <summary>The circle that stands for the alert where there is room for one only.</summary>
    public MapCircle MainCircle => Circles[0];

    /// <summary>When the next ring of any circle is due.</summary>
    public DateTimeOffset? NextRingAtUtc => Circles.Min(c => c.NextAtUtc);

    internal static MapAlert Of(
        AlertFacts facts, IReadOnlyList<MapCircle> circles, IReadOnlyList<PartnerProgress> progress, IReadOnlyList<TipDot> tips, int waitingTips) => new()
        {
            Id = facts.Alert.Id,
            CaseId = facts.Case.Id,
            Mode = facts.Alert.Mode,
            Status = facts.Alert.Status,
            ChildName = facts.Case.Child.Name,
            Sex = facts.Case.Child.Sex,
            AgeYears = facts.Case.Child.AgeYearsAt(facts.Alert.IssuedAtUtc),
            PhotoId = facts.Case.PhotoId,
            LastSeenPoint = facts.Case.LastSeen.Point,
            LastSeenAtUtc = facts.Case.LastSeen.AtUtc,
            LastSeenPlace = facts.Case.LastSeen.Place,
            ContactUnit = facts.Case.ContactUnit,
            Circles = circles,
            Progress = progress,
            Tips = tips,
            WaitingTips = waitingTips,
        };
}
