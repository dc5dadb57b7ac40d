using System.Globalization;
using Reunion.Console.Components.Controls;
using Reunion.Core.Alerts.Radius;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Geography;
using Reunion.Core.Photos;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>The form as it stands on the screen, shared by its sections.</summary>
/// <param name="id">The id that the case will have.</param>
/// <param name="file">What was entered.</param>
public sealed class CaseForm(CaseId id, CaseFile file)
{
    /// <summary>The fields in the order in which they stand on the page.</summary>
    public static readonly IReadOnlyList<string> Order =
    [
        nameof(CaseFile.Name), nameof(CaseFile.Sex), nameof(CaseFile.BirthDate), nameof(CaseFile.HeightCm), nameof(CaseFile.WeightKg),
        nameof(CaseFile.Features), nameof(CaseFile.Clothing), "Photo", nameof(CaseFile.Place), nameof(CaseFile.Latitude), nameof(CaseFile.Longitude),
        nameof(CaseFile.LastSeenAtUtc), nameof(CaseFile.ReportedAtUtc), nameof(CaseFile.Circumstances), nameof(CaseFile.Suspects),
        nameof(CaseFile.Vehicles), nameof(CaseFile.ContactUnit), nameof(CaseFile.ContactPhone),
    ];

    private FieldErrors _errors = FieldErrors.None;

    /// <summary>The id that the case will have.</summary>
    public CaseId Id { get; } = id;

    /// <summary>What was entered.</summary>
    public CaseFile File { get; } = file;

    /// <summary>The clean photo.</summary>
    public CleanPhoto? Photo { get; private set; }

    /// <summary>Counts the photos chosen.</summary>
    public long PhotoVersion { get; private set; }

    /// <summary>The day of the last sighting as typed.</summary>
    public string LastSeenDay { get; private set; } = "";

    /// <summary>Its minute as typed.</summary>
    public string LastSeenMinute { get; private set; } = "";

    /// <summary>The day of the report as typed; empty for now.</summary>
    public string ReportedDay { get; private set; } = "";

    /// <summary>Its minute as typed; empty for now.</summary>
    public string ReportedMinute { get; private set; } = "";

    /// <summary>What is wrong with which field; empty before the first try.</summary>
    public FieldErrors Errors
    {
        get => _errors;
        set
        {
            _errors = value;
            Checked?.Invoke();
        }
    }

    /// <summary>Whether anything differs from what was kept last.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Where each field can be put into focus.</summary>
    public Dictionary<string, Func<ValueTask>> Focus { get; } = new(StringComparer.Ordinal);

    /// <summary>Something was changed; the page keeps it soon.</summary>
    public event Action? Touched;

    /// <summary>The reader left a field; the page keeps and checks it now.</summary>
    public event Action? Left;

    /// <summary>Errors or facts changed that other parts of the form show.</summary>
    public event Action? Checked;

    /// <summary>Fills the typed dates from the file.</summary>
    /// <param name="now">Gives the day that is proposed.</param>
    public void ShowTimes(DateTimeOffset now)
    {
        (LastSeenDay, LastSeenMinute) = Split(File.LastSeenAtUtc);
        (ReportedDay, ReportedMinute) = Split(File.ReportedAtUtc);
        if (LastSeenDay.Length == 0)
            LastSeenDay = Iso(ChinaTime.Day(now));
    }

    /// <summary>Takes the photo that was kept.</summary>
    public void ShowPhoto(CleanPhoto photo, long version) => (Photo, PhotoVersion) = (photo, version);

    /// <summary>Takes a new photo.</summary>
    public void SetPhoto(CleanPhoto photo)
    {
        (Photo, PhotoVersion) = (photo, PhotoVersion + 1);
        Touch();
    }

    /// <summary>Takes the time of the last sighting as typed.</summary>
    public void SetLastSeen(string day, string minute)
    {
        (LastSeenDay, LastSeenMinute) = (day, minute);
        File.LastSeenAtUtc = ChinaTime.Parse(day, minute);
        Touch();
    }

    /// <summary>Takes the time of the report as typed.</summary>
    public void SetReported(string day, string minute)
    {
        (ReportedDay, ReportedMinute) = (day, minute);
        File.ReportedAtUtc = ChinaTime.Parse(day, minute);
        Touch();
    }

    /// <summary>Takes a point.</summary>
    public void SetPoint(GeoPoint point)
    {
        (File.Latitude, File.Longitude) = (point.Latitude, point.Longitude);
        Touch();
        Checked?.Invoke();
    }

    /// <summary>How long before the report the child was last seen, when that is over an hour and so widens the first circle.</summary>
    /// <param name="now">The report's time when none was typed.</param>
    public TimeSpan? Late(DateTimeOffset now) =>
        (File.ReportedAtUtc ?? now) - File.LastSeenAtUtc is { TotalHours: > 1 } gap ? gap : null;

    /// <summary>The radius that an alert opens with after some time, in metres.</summary>
    public static double OpensWith(TimeSpan passed) => RadiusSchedule.Reunion.RadiusMetres(RadiusSchedule.Reunion.RingsDue(passed));

    /// <summary>Says that something was changed.</summary>
    public void Touch()
    {
        IsDirty = true;
        Touched?.Invoke();
    }

    /// <summary>Says that the reader left a field.</summary>
    public void Leave() => Left?.Invoke();

    private static (string Day, string Minute) Split(DateTimeOffset? time) =>
        time is { } known ? (Iso(ChinaTime.Day(known)), ChinaTime.Minute(known)) : ("", "");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
