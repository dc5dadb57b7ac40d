using System.Buffers;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geofencing;
using Reunion.Core.Geofencing.Traffic;
using Reunion.Core.Geography;

namespace Reunion.Console.Api.Presence;

/// <summary>Gathers the good positions of one request in a pooled array, and remembers the first bad ones.</summary>
/// <param name="datum">The datum of the points that come in.</param>
/// <param name="now">The moment that tells fresh from stale.</param>
/// <param name="retention">How old a position may be.</param>
internal sealed class PositionBatch(Datum datum, DateTimeOffset now, TimeSpan retention) : IDisposable
{
    /// <summary>The most positions of one request.</summary>
    public const int MaxPositions = 100_000;

    private const int MaxErrors = 100;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly List<PositionProblem> _errors = [];
    private readonly int[] _fates = new int[PositionFates.Count];
    private readonly long _earliest = now.ToUnixTimeSeconds() - (long)retention.TotalSeconds;
    private readonly DateTimeOffset _latest = now + ClockSkew;
    private readonly long _latestWhole = (now + ClockSkew).ToUnixTimeSeconds();
    private PositionReport[] _positions = ArrayPool<PositionReport>.Shared.Rent(1024);
    private int _accepted;
    private int _read;

    public ReadOnlySpan<PositionReport> Positions => _positions.AsSpan(0, _accepted);

    /// <summary>Takes a position, or notes what is wrong with it.</summary>
    /// <exception cref="ProblemException"><c>too_large</c>: this is one too many.</exception>
    public void Add(ulong device, double latitude, double longitude, DateTimeOffset at)
    {
        if (device == 0)
            Refuse(PositionFate.DeviceInvalid);
        else if (!GeoPoint.IsLatitude(latitude))
            Refuse(PositionFate.LatitudeOutOfRange);
        else if (!GeoPoint.IsLongitude(longitude))
            Refuse(PositionFate.LongitudeOutOfRange);
        else if (at > _latest)
            Refuse(PositionFate.AtInFuture);
        else if (at.ToUnixTimeSeconds() < _earliest)
            Refuse(PositionFate.AtTooOld);
        else
            Keep(new PositionReport(device, DatumConversion.ToWgs84(latitude, longitude, datum), at));
    }

    /// <summary>Takes a position, or notes what is wrong with it; cheaper than a time of fractions.</summary>
    /// <exception cref="ProblemException"><c>too_large</c>: this is one too many.</exception>
    public void Add(ulong device, double latitude, double longitude, long unixSeconds)
    {
        // The other one knows the reasons.
        if (device == 0 || !GeoPoint.IsLatitude(latitude) || !GeoPoint.IsLongitude(longitude)
            || unixSeconds > _latestWhole || unixSeconds < _earliest)
            Add(device, latitude, longitude, DateTimeOffset.FromUnixTimeSeconds(unixSeconds));
        else
            Keep(new PositionReport(
                device, DatumConversion.ToWgs84(latitude, longitude, datum), DateTimeOffset.FromUnixTimeSeconds(unixSeconds)));
    }

    /// <summary>Notes a position that is none.</summary>
    /// <exception cref="ProblemException"><c>too_large</c>: this is one too many.</exception>
    public void Refuse(PositionFate fate)
    {
        Count();
        _fates[(int)fate]++;
        if (_errors.Count < MaxErrors)
            _errors.Add(new PositionProblem(_read - 1, fate.CodeOf()));
    }

    /// <summary>How many positions met which fate, once it is known how many of the good ones were stored.</summary>
    public ReadOnlySpan<int> Fates(int stored)
    {
        _fates[(int)PositionFate.Stored] = stored;
        _fates[(int)PositionFate.OlderThanKnown] = _accepted - stored;
        return _fates;
    }

    public PresenceAnswer Answer(string epoch) => new(_accepted, _read - _accepted, _errors, epoch);

    public void Dispose()
    {
        ArrayPool<PositionReport>.Shared.Return(_positions);
        _positions = [];
    }

    private void Keep(PositionReport position)
    {
        Count();
        if (_accepted == _positions.Length)
            Grow();
        _positions[_accepted++] = position;
    }

    private void Count()
    {
        if (++_read > MaxPositions)
            throw new ProblemException(ProblemKind.TooLarge, "too_large", "At most 100,000 positions a request.");
    }

    private void Grow()
    {
        var larger = ArrayPool<PositionReport>.Shared.Rent(_positions.Length * 4);
        Positions.CopyTo(larger);
        ArrayPool<PositionReport>.Shared.Return(_positions);
        _positions = larger;
    }
}
