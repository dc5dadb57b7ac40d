using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Common.Text;
using Reunion.Core.Geography;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Cases.Issuing;

/// <summary>An alert that is about to be issued: what was chosen and whom it would reach.</summary>
public sealed class IssueDraft
{
    private int _returns;

    /// <summary>Proposes an alert for a case.</summary>
    public IssueDraft(Case missing, DateTimeOffset now)
    {
        var (headline, description) = AlertText.Propose(missing, now);
        (HeadlineZh, HeadlineEn, DescriptionZh, DescriptionEn) = (headline.Zh, headline.En, description.Zh, description.En);
        LastSeen = Centre = missing.LastSeen.Point;
        Gap = missing.ReportedAtUtc - missing.LastSeen.AtUtc;
        // A report that came late must not make the first circle too small.
        Start = IsLate ? ClockStart.LastSeen : ClockStart.Report;
    }

    /// <summary>What it is for.</summary>
    public AlertMode Mode { get; set; } = AlertMode.Actual;

    /// <summary>From when the clock counts.</summary>
    public ClockStart Start { get; set; }

    /// <summary>Where the child was last seen.</summary>
    public GeoPoint LastSeen { get; }

    /// <summary>Where the first circle opens; where the child was last seen, unless the officer moved it.</summary>
    public GeoPoint Centre { get; set; }

    /// <summary>The id of the grip at the centre; another one after each return, so that the rest of a drag from before is not followed.</summary>
    public string HandleId => $"centre-{_returns}";

    /// <summary>How far the officer moved the centre, in metres; 0 when not.</summary>
    public double MovedMetres => IsMoved ? Geodesic.DistanceMetres(LastSeen, Centre) : 0;

    /// <summary>Whether the officer moved the centre.</summary>
    public bool IsMoved => Centre != LastSeen;

    /// <summary>The headline in Chinese.</summary>
    public string HeadlineZh { get; set; }

    /// <summary>The headline in English.</summary>
    public string HeadlineEn { get; set; }

    /// <summary>The description in Chinese.</summary>
    public string DescriptionZh { get; set; }

    /// <summary>The description in English.</summary>
    public string DescriptionEn { get; set; }

    /// <summary>Every step with whom it would reach; empty before the first count.</summary>
    public IReadOnlyList<ReachStep> Steps { get; set; } = [];

    /// <summary>From the last sighting to the report.</summary>
    public TimeSpan Gap { get; }

    /// <summary>Whether the report came over an hour after the last sighting.</summary>
    public bool IsLate => Gap.TotalHours > 1;

    /// <summary>Whether no phone of the public is told.</summary>
    public bool IsDrill => Mode != AlertMode.Actual;

    /// <summary>The widest step that is sent at once; null before the first count.</summary>
    public ReachStep? Opening => Steps.LastOrDefault(s => s.OpensWith);

    /// <summary>Partners that are told at once: with phones inside, or targeting by themselves.</summary>
    public int PartnersNow => Opening?.Partners.Count(p => p.Phones > 0 || p.Targeting.HasFlag(Targeting.Area)) ?? 0;

    /// <summary>Puts the centre back to where the child was last seen.</summary>
    public void PutBack()
    {
        Centre = LastSeen;
        _returns++;
    }

    /// <summary>What the use case is asked for.</summary>
    public IssueRequest ToRequest() => new(
        Mode, Start, new LocalizedText(HeadlineZh.Trim(), HeadlineEn.Trim()), new LocalizedText(DescriptionZh.Trim(), DescriptionEn.Trim()),
        IsMoved ? Centre : null);
}
