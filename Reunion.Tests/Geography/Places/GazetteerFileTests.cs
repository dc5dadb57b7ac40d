using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reunion.Core.Geography.Places;

namespace Reunion.Tests.Geography.Places;

public sealed class GazetteerFileTests : IDisposable
{
    private const string Header = "id\tname\tchinese\tpinyin\tcountry\tarea\tarea_chinese\tlatitude\tlongitude\tpopulation\tprecision";
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("")]
    [InlineData("some,other,file\n")]
    [InlineData(Header + "\ngn1\tA\n")]
    [InlineData(Header + "\ngn1\tA\t\t\tCN\t\t\t91\t0\t1\texact\n")]
    [InlineData(Header + "\ngn1\tA\t\t\tCN\t\t\tx\t0\t1\texact\n")]
    [InlineData(Header + "\ngn1\tA\t\t\tCN\t\t\t1\t0\t-1\texact\n")]
    public void A_file_that_is_no_gazetteer_is_an_error_that_names_it(string text)
    {
        File.WriteAllText(_file, text);

        var error = Assert.Throws<InvalidDataException>(() => Load().Places);

        Assert.Contains(_file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_gazetteer_has_no_nearest_place()
    {
        File.WriteAllText(_file, Header + "\n");

        Assert.Null(Load().Nearest(default));
        Assert.Empty(Load().Search("a"));
    }

    [Fact]
    public void A_missing_file_stops_the_start_with_the_key_that_names_it()
    {
        var settings = new Dictionary<string, string?> { ["Reunion:Gazetteer:File"] = "/nowhere/places.tsv" };
        using var services = new ServiceCollection()
            .AddReunionPlaces(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Reunion:Gazetteer:File", error.Message, StringComparison.Ordinal);
        Assert.Contains("/nowhere/places.tsv", error.Message, StringComparison.Ordinal);
    }

    private Gazetteer Load() => new(Options.Create(new GazetteerOptions { File = _file }));
}
