using Reunion.Console.Hosting.Demo;
using Reunion.Console.Hosting.Startup;

namespace Reunion.Tests.Hosting;

public sealed class DemoOptionsTests
{
    [Fact]
    public void Without_the_switch_there_is_no_demo() => Assert.False(DemoOptions.Parse(["--urls", "x"], out _).Enabled);

    [Fact]
    public void The_demo_has_a_million_phones_and_a_clock_sixty_times_as_fast() =>
        Assert.Equal(new DemoOptions(true, 1_000_000, 60), DemoOptions.Parse(["--demo"], out _));

    [Fact]
    public void Values_come_after_a_space_or_an_equals_sign_and_the_rest_is_left_for_the_configuration()
    {
        var options = DemoOptions.Parse(["--demo", "--phones", "5000", "--Reunion:DataDirectory=d", "--time-scale=7.5"], out var rest);
        Assert.Equal(new DemoOptions(true, 5000, 7.5), options);
        Assert.Equal(["--Reunion:DataDirectory=d"], rest);
    }

    [Theory]
    [InlineData("--phones")]
    [InlineData("--phones=-1")]
    [InlineData("--time-scale=NaN")]
    public void A_value_out_of_range_is_refused(string argument) =>
        Assert.Throws<StartException>(() => DemoOptions.Parse(["--demo", argument], out _));
}
