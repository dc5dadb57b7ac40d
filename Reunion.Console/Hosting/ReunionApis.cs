using Reunion.Console.Api;

namespace Reunion.Console.Hosting;

/// <summary>Maps the endpoints and hubs of the folders Api and Hubs: one line a resource.</summary>
internal static class ReunionApis
{
    public static void MapReunionApis(this WebApplication app)
    {
        app.MapCasePhotos();
        app.MapTipPhotos();
    }
}
