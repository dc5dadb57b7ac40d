using Reunion.Tests.Api;

namespace Reunion.Tests.Public.Pressure;

/// <summary>A program that takes very little.</summary>
public sealed class PressedScene : SurfaceScene
{
    protected override IReadOnlyList<string> Arguments =>
        ["--Reunion:Public:AttackPerSecond=1", "--Reunion:Public:WrongCodesAtOnce=8", "--Reunion:Public:WrongCodesPerMinute=1"];
}
