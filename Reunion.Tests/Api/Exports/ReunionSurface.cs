namespace Reunion.Tests.Api.Exports;

/// <summary>The scene with the demo's three accounts.</summary>
public sealed class ReunionSurface : SurfaceScene
{
    protected override bool HasAccounts => true;
}
