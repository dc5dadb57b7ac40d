namespace Reunion.Console.Live;

/// <summary>One screen that wants to be told.</summary>
internal sealed class Watcher(Action<MapSnapshot> changed, Action<Watcher> remove) : IDisposable
{
    public void Tell(MapSnapshot snapshot) => changed(snapshot);

    public void Dispose() => remove(this);
}
