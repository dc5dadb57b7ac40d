using Reunion.Console.Components.Pages.Cases.Filing;
using Reunion.Console.Components.Pages.Cases.Reading;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>What the pages of this folder need.</summary>
internal static class CasesScreens
{
    public static IServiceCollection AddCasesScreens(this IServiceCollection services) => services
        .AddSingleton<PlaceWords>()
        .AddSingleton<ReadCaseView>();
}
