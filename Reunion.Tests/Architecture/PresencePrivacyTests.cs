using System.Reflection;
using Reunion.Core.Common;
using Reunion.Core.Geofencing;
using Reunion.Core.Geography;
using Reunion.Tests.Security;

namespace Reunion.Tests.Architecture;

/// <summary>Nobody can ask where a phone is, or whether it is known. What could tell it is listed here, so that nothing joins it unseen.</summary>
public sealed class PresencePrivacyTests
{
    // What a member of the index may answer with: sums, cells of many, and which phones to send an alert to.
    private static readonly HashSet<Type> Answers =
    [
        typeof(void), typeof(int), typeof(long), typeof(string), typeof(ReportOutcome), typeof(ClaimedPhones),
        typeof(IReadOnlyList<long>), typeof(IReadOnlyList<DensityCell>), typeof(IReadOnlyDictionary<PartnerId, long[]>),
        typeof(System.Threading.Channels.ChannelReader<Arrival>),
    ];

    private static readonly Type[] Public = [.. typeof(PresenceIndex).Assembly.GetExportedTypes().Where(t => t.Namespace!.StartsWith("Reunion.Core.Geofencing", StringComparison.Ordinal))];

    [Fact]
    public void No_member_of_the_index_answers_with_a_position_or_tells_whether_a_device_is_known_but_erasing()
    {
        var others = Members(typeof(PresenceIndex)).Where(m => !Answers.Contains(m.ReturnType));

        Assert.Equal([nameof(PresenceIndex.Erase)], others.Select(m => m.Name));
    }

    [Fact]
    public void Whoever_names_a_device_to_the_index_asks_nothing()
    {
        var named = Members(typeof(PresenceIndex))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(ulong) || p.ParameterType == typeof(ReadOnlySpan<ulong>)));

        Assert.Equal(
            [("Erase", typeof(bool)), ("MarkSent", typeof(void)), ("Release", typeof(void))],
            named.Select(m => (m.Name, m.ReturnType)).Order(Comparer<(string Name, Type)>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))));
    }

    [Fact]
    public void What_is_told_of_a_phone_that_is_sent_an_alert_has_no_place_and_no_time()
    {
        foreach (var told in new[] { typeof(Arrival), typeof(ClaimedBand), typeof(ClaimedPhones), typeof(ReportOutcome), typeof(DensityCell) })
        {
            var types = Members(told).SelectMany(m => m.ReturnType.GetGenericArguments().Prepend(m.ReturnType));
            Assert.DoesNotContain(types, t => t == typeof(GeoPoint) || t == typeof(DateTimeOffset) || t == typeof(PositionReport));
        }
    }

    [Fact]
    public void Only_a_report_carries_a_device_with_its_point()
    {
        var both = Public.Where(t => Holds(t, typeof(GeoPoint)) && Holds(t, typeof(ulong)));

        Assert.Equal([typeof(PositionReport)], both);
        Assert.DoesNotContain(Public.SelectMany(Members), m => m.ReturnType.ToString().Contains(nameof(PositionReport), StringComparison.Ordinal)
            && m.DeclaringType != typeof(PositionReport));
    }

    [Fact]
    public void What_erasing_answers_is_used_nowhere()
    {
        var uses = from file in SourceFile.All(".cs", "Reunion.Core", "Reunion.Console").Concat(SourceFile.All(".razor", "Reunion.Console"))
                   from line in file.Lines
                   where line.Contains("index.Erase(", StringComparison.Ordinal) || line.Contains("resence.Erase(", StringComparison.Ordinal)
                   select line.Trim();

        Assert.Equal(["index.Erase(context.Partner().Id, number);"], uses);
    }

    [Fact]
    public void No_endpoint_reads_presence() =>
        Assert.DoesNotContain(AccessRules.Endpoints.Keys, rule =>
            rule.Contains("presence", StringComparison.OrdinalIgnoreCase) && !rule.Contains(" POST ", StringComparison.Ordinal)
            && !rule.Contains(" DELETE ", StringComparison.Ordinal));

    [Fact]
    public void Metrics_and_logs_of_presence_name_no_device_and_no_place()
    {
        string[] folders = ["Reunion.Core/Geofencing", "Reunion.Console/Api/Presence", "Reunion.Console/Hosting/Telemetry"];
        var lines = folders.SelectMany(folder => SourceFile.All(".cs", folder)).SelectMany(file => file.Lines).ToList();

        Assert.NotEmpty(lines);
        // The one that logs tells of partners and of how many phones.
        var logs = lines.Where(line => line.Contains("log.Log", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, logs.Count);
        Assert.DoesNotContain(logs, line => line.Contains("Device", StringComparison.Ordinal) || line.Contains("Point", StringComparison.Ordinal)
            || line.Contains("itude", StringComparison.Ordinal));
        var metrics = lines.Where(line => line.Contains("reunion.presence.", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, metrics.Count);
        var tags = lines.Where(line => line.Contains("KeyValuePair<string, object?>", StringComparison.Ordinal));
        Assert.DoesNotContain(metrics.Concat(tags), line => line.Contains("device", StringComparison.OrdinalIgnoreCase)
            || line.Contains("latitude", StringComparison.OrdinalIgnoreCase) || line.Contains("longitude", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(0.249_999, 50)]
    [InlineData(0, 50)]
    [InlineData(-1, 50)]
    [InlineData(90.1, 50)]
    [InlineData(double.NaN, 50)]
    [InlineData(0.25, 49)]
    [InlineData(0.25, 0)]
    [InlineData(0.25, int.MinValue)]
    public void Cells_below_a_quarter_of_a_degree_or_with_fewer_than_fifty_phones_are_refused(double degrees, int minimum)
    {
        using var index = new PresenceIndex(new PresenceOptions(), TimeProvider.System);
        var partner = TypedId.New<PartnerId>(TimeProvider.System);
        foreach (var phones in new[] { 0, 49, 50 })
        {
            index.Report(partner, [.. Enumerable.Range(1, phones).Select(i => new PositionReport((ulong)i, new GeoPoint(30, 120), TimeProvider.System.GetUtcNow()))]);
            Assert.Throws<ArgumentOutOfRangeException>(() => index.Density(degrees, minimum));
            Assert.Throws<ArgumentOutOfRangeException>(() => index.Density(partner, degrees, minimum));
            Assert.Equal(phones >= 50 ? 1 : 0, index.Density(0.25, 50).Count);
            Assert.Equal(phones >= 50 ? 1 : 0, index.Density(partner, 0.25, 50).Count);
        }
    }

    private static IEnumerable<MethodInfo> Members(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m.GetBaseDefinition().DeclaringType == type);

    private static bool Holds(Type type, Type what) => type.GetProperties().Any(p => p.PropertyType == what);
}
