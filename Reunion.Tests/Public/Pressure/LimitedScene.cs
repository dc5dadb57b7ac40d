using Reunion.Tests.Api;

namespace Reunion.Tests.Public.Pressure;

/// <summary>A program that takes few forms from one address, and little guessing.</summary>
public sealed class LimitedScene : SurfaceScene
{
    protected override IReadOnlyList<string> Arguments =>
    [
        "--Reunion:Public:FormsAtOnce=5", "--Reunion:Public:FormsPerSecond=1", "--Reunion:Public:ReportsPerTenMinutes=3",
        "--Reunion:Public:WrongCodesAtOnce=8", "--Reunion:Public:WrongCodesPerMinute=1",
    ];
}
