using System.Globalization;

namespace Reunion.Console.Live;

/// <summary>One screen that wants to be told, in the language that it was opened in.</summary>
internal sealed class Watcher(Action<MapSnapshot> changed, Action<Watcher> remove) : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    public void Tell(MapSnapshot snapshot)
    {
        // Whoever committed the news may read another language than this screen's reader.
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _language);
        try
        {
            changed(snapshot);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }

    public void Dispose() => remove(this);
}
