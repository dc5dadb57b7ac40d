using Reunion.Console.Live;
using Reunion.Core.Alerts;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Geography;
using Reunion.Core.Tips;

namespace Reunion.Tests.Console.Map;

/// <summary>Open alerts for screens to show; fictional.</summary>
internal static class MapSamples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    public static readonly GeoPoint Hangzhou = new(30.2741, 120.1551);

    public static MapCircle Circle(CircleReason reason = CircleReason.LastSeen, params double[] sentRadiiMetres) => new(
        CircleId.From(Guid.NewGuid()), reason, Hangzhou, sentRadiiMetres, 300_000, Now.AddMinutes(5), HasJustGrown: true);

    public static TipDot Dot(TipReview review, int minutesAgo) => new(
        TipId.From(Guid.NewGuid()), default, review, 30 + minutesAgo / 100.0, 120, Now.AddMinutes(-minutesAgo));

    public static MapAlert Alert(params MapCircle[] circles) => new()
    {
        Id = AlertId.From(Guid.NewGuid()),
        CaseId = CaseId.From(Guid.NewGuid()),
        Mode = AlertMode.Actual,
        Status = AlertStatus.Live,
        ChildName = "小雨",
        Sex = Sex.Female,
        AgeYears = 9,
        PhotoId = null,
        LastSeenPoint = Hangzhou,
        LastSeenAtUtc = Now.AddHours(-2),
        LastSeenPlace = "杭州西湖区",
        ContactUnit = "西湖分局",
        Circles = circles.Length == 0 ? [Circle(CircleReason.LastSeen, 100_000, 200_000)] : circles,
        Progress = [],
        Tips = [],
        WaitingTips = 0,
    };
}
