using System.Globalization;
using Microsoft.Extensions.Options;
using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;

namespace Reunion.Tests.Geography.Places;

/// <summary>On the real file, which building the console puts beside these tests.</summary>
public class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = new(Options.Create(new GazetteerOptions()));
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData("杭州", "Hangzhou", 30.29, 120.16)]
    [InlineData("杭州市", "Hangzhou", 30.29, 120.16)]
    [InlineData("hangzhou", "Hangzhou", 30.29, 120.16)]
    [InlineData("  HangZhou ", "Hangzhou", 30.29, 120.16)]
    [InlineData("浙江杭州", "Hangzhou", 30.29, 120.16)]
    [InlineData("北京", "Beijing", 39.91, 116.40)]
    [InlineData("北京市", "Beijing", 39.91, 116.40)]
    [InlineData("乌鲁木齐", "Ürümqi", 43.80, 87.60)]
    [InlineData("urumqi", "Ürümqi", 43.80, 87.60)]
    [InlineData("wulumuqi", "Ürümqi", 43.80, 87.60)]
    [InlineData("西安", "Xi’an", 34.26, 108.93)]
    [InlineData("xian", "Xi’an", 34.26, 108.93)]
    [InlineData("重庆", "Chongqing", 29.56, 106.55)]
    [InlineData("台北", "Taipei", 25.05, 121.53)]
    [InlineData("tokyo", "Tokyo", 35.69, 139.69)]
    public void The_best_known_place_of_a_name_comes_first(string text, string name, double latitude, double longitude)
    {
        var place = Gazetteer.Search(text)[0];

        Assert.Equal(name, place.Name);
        Assert.Equal(latitude, place.Point.Latitude, 0.01);
        Assert.Equal(longitude, place.Point.Longitude, 0.01);
    }

    [Theory]
    [InlineData("西湖区")]
    [InlineData("杭州西湖")]
    [InlineData("杭州市西湖区")]
    [InlineData("浙江省杭州市西湖区")]
    [InlineData("Xihu, Hangzhou")]
    public void A_district_is_found_with_or_without_its_city(string text) =>
        Assert.Contains(Gazetteer.Search(text), p => p.FullNameIn(Chinese) == "浙江省杭州市西湖区");

    [Fact]
    public void A_name_is_read_in_the_readers_language()
    {
        var kunshan = Gazetteer.Search("昆山")[0];

        Assert.Equal("昆山市", kunshan.NameIn(Chinese));
        Assert.Equal("江苏省苏州市昆山市", kunshan.FullNameIn(Chinese));
        Assert.Equal("Kunshan, Suzhou, Jiangsu", kunshan.FullNameIn(English));
    }

    [Fact]
    public void A_short_text_finds_the_most_populous_places_up_to_the_limit()
    {
        var found = Gazetteer.Search("s", 3);

        Assert.Equal(3, found.Count);
        Assert.Equal("Shanghai", found[0].Name);
        Assert.Equal(found.Select(p => p.Population).OrderDescending(), found.Select(p => p.Population));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(",.-")]
    [InlineData("no such place anywhere")]
    public void Nothing_is_found_for_nothing(string? text) => Assert.Empty(Gazetteer.Search(text));

    [Fact]
    public void A_limit_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Gazetteer.Search("杭州", 0));

    [Fact]
    public void The_nearest_place_is_the_one_a_full_search_finds()
    {
        var random = new Random(20161115);
        for (var i = 0; i < 50; i++)
        {
            var point = new GeoPoint(random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180);

            var nearest = Gazetteer.Nearest(point)!;

            var best = Gazetteer.Places.Where(p => p.IsExact).Min(p => Haversine(p.Point, point));
            Assert.Equal(best, nearest.DistanceMetres, 1.0);
        }
    }

    [Fact]
    public void A_point_is_described_from_the_place_to_the_point()
    {
        var hangzhou = Gazetteer.Search("杭州")[0].Point;

        var nearby = Gazetteer.Nearest(new GeoPoint(hangzhou.Latitude + 0.01, hangzhou.Longitude + 0.01))!;

        Assert.Equal("Hangzhou", nearby.Place.Name);
        Assert.Equal(CompassPoint.NorthEast, nearby.Direction);
        Assert.InRange(nearby.DistanceMetres, 1400, 1500);
    }

    [Fact]
    public void Chinese_places_have_chinese_names()
    {
        var china = Gazetteer.Places.Where(p => p.CountryCode == "CN").ToList();

        Assert.True(china.Count > 3_500);
        Assert.All(china.Take(200), p => Assert.True(p.Population > 0));
        Assert.True(china.Take(200).Count(p => p.ChineseName.Length > 0) >= 190);
        Assert.True(china.Count(p => p.ChineseName.Length > 0) > china.Count * 0.9);
    }

    private static double Haversine(GeoPoint a, GeoPoint b)
    {
        static double Half(double degrees) => Math.Pow(Math.Sin(degrees * Math.PI / 360), 2);
        var h = Half(b.Latitude - a.Latitude)
            + Math.Cos(a.Latitude * Math.PI / 180) * Math.Cos(b.Latitude * Math.PI / 180) * Half(b.Longitude - a.Longitude);
        return 2 * 6_371_008.8 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
