using System.Text.RegularExpressions;
using Reunion.Core.Storage;

namespace Reunion.Tests.Architecture;

/// <summary>Rules that are read off the sources.</summary>
public sealed partial class SourceRuleTests
{
    private static readonly string[] Product = ["Reunion.Core", "Reunion.Console"];
    private static readonly string[] Everything = [.. Product, "Reunion.Tests", "Reunion.Bench"];

    [Fact]
    public void A_CSharp_file_holds_one_type() =>
        Assert.DoesNotContain(SourceFile.All(".cs", Everything), f => f.Lines.Count(l => TypeDeclaration().IsMatch(l)) > 1);

    [Fact]
    public void CSharp_files_are_short()
    {
        var files = SourceFile.All(".cs", Product);
        Assert.DoesNotContain(SourceFile.All(".cs", Everything), f => f.Lines.Count > 250);
        Assert.InRange(Percentile(files, 0.5), 1, 50);
        Assert.InRange(Percentile(files, 0.95), 1, 200);
    }

    [Fact]
    public void Razor_files_are_short()
    {
        var files = SourceFile.All(".razor", Product);
        Assert.DoesNotContain(files, f => f.Lines.Count > 180);
        Assert.InRange(Percentile(files, 0.5), 1, 35);
        Assert.InRange(Percentile(files, 0.95), 1, 150);
    }

    [Fact]
    public void Logic_of_pages_stands_beside_them_not_in_them() =>
        Assert.DoesNotContain(SourceFile.All(".razor", Product), f => f.Lines.Any(l => l.TrimStart().StartsWith("@code", StringComparison.Ordinal)));

    // Written back by hand, a value that comes late puts an older text under the hands of who types; a bound one is left alone.
    [Fact]
    public void What_is_typed_is_bound() =>
        Assert.DoesNotContain(SourceFile.All(".razor", Product), f => f.Lines.Any(l => l.Contains("@oninput", StringComparison.Ordinal)));

    [Fact]
    public void Time_comes_from_the_time_provider() =>
        Assert.Empty(Lines(Product, ClockRead()));

    [Fact]
    public void Nothing_waits_by_blocking_a_thread_and_nothing_is_left_for_later() =>
        Assert.All(Lines(Everything, Unwanted()), l => Assert.StartsWith($"Reunion.Tests/Architecture/{nameof(SourceRuleTests)}", l, StringComparison.Ordinal));

    [Fact]
    public void An_interface_of_the_core_has_more_than_one_implementation_or_is_a_grain()
    {
        var types = typeof(ReunionDbContext).Assembly.GetTypes();
        var single = types.Where(t => t.IsInterface && !t.IsAssignableTo(typeof(IAddressable)) && t.Namespace!.StartsWith("Reunion.", StringComparison.Ordinal))
            .Where(i => types.Count(t => !t.IsInterface && t.GetInterfaces().Any(x => x == i || (x.IsGenericType && x.GetGenericTypeDefinition() == i))) < 2);
        Assert.Empty(single);
    }

    private static IEnumerable<string> Lines(string[] projects, Regex unwanted) =>
        from file in SourceFile.All(".cs", projects).Concat(SourceFile.All(".razor", projects))
        from line in file.Lines.Index()
        where unwanted.IsMatch(line.Item)
        select $"{file.Name}:{line.Index + 1}: {line.Item.Trim()}";

    private static int Percentile(IReadOnlyList<SourceFile> files, double share) =>
        files.Select(f => f.Lines.Count).Order().ElementAt((int)((files.Count - 1) * share));

    // Types stand at the left margin, because namespaces are file-scoped.
    [GeneratedRegex(@"^(public |internal |file )?((static|sealed|abstract|readonly|partial|unsafe|ref) )*(class|record|struct|interface|enum) ")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b")]
    private static partial Regex ClockRead();

    [GeneratedRegex(@"\bThread\.Sleep\(|\basync void\b|\bNotImplementedException\b|\b(TODO|FIXME|HACK)\b")]
    private static partial Regex Unwanted();
}
