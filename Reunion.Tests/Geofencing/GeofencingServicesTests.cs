using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reunion.Core.Geofencing;

namespace Reunion.Tests.Geofencing;

public class GeofencingServicesTests
{
    [Fact]
    public void One_index_is_shared()
    {
        using var services = Services("1.00:00:00");

        Assert.Same(services.GetRequiredService<PresenceIndex>(), services.GetRequiredService<PresenceIndex>());
    }

    [Theory]
    [InlineData("00:00:10")]
    [InlineData("8.00:00:00")]
    public void A_retention_out_of_range_stops_the_start_and_names_its_key(string retention)
    {
        using var services = Services(retention);

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("Reunion:Presence:Retention", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(string retention) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Reunion:Presence:Retention", retention)]).Build())
        .AddReunionGeofencing()
        .BuildServiceProvider();
}
