namespace Reunion.Tests.Api;

/// <summary>The tests of the partner and public surfaces share one running program.</summary>
[CollectionDefinition(SurfaceScene.Collection)]
public sealed class SurfaceCollection : ICollectionFixture<SurfaceScene>;
