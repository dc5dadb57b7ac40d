using ArchUnitNET.Loader;
using Reunion.Core.Storage;

namespace Reunion.Tests.Architecture;

/// <summary>Which folder of Reunion.Core may use which.</summary>
public sealed class FolderTests
{
    // Each folder may use those that stand above it and are named here; so there can be no cycle.
    private static readonly (string Folder, string[] MayUse)[] Rules =
    [
        ("Common", []),
        ("Geography", ["Common"]),
        ("Geofencing", ["Common", "Geography"]),
        ("Photos", ["Common", "Geography"]),
        ("Live", ["Common"]),
        ("Storage", ["Common"]),
        ("Audit", ["Common", "Storage"]),
        ("Accounts", ["Common", "Storage", "Audit"]),
        ("Cases", ["Common", "Geography", "Photos", "Live", "Storage", "Audit"]),
        ("Partners", ["Common", "Geography", "Live", "Storage", "Audit"]),
        ("Alerts", ["Common", "Geography", "Geofencing", "Live", "Storage", "Audit", "Cases", "Partners"]),
        ("Cap", ["Common", "Geography", "Storage", "Cases", "Alerts"]),
        ("Tips", ["Common", "Geography", "Photos", "Live", "Storage", "Audit", "Cases", "Alerts"]),
        ("Dispatch", ["Common", "Geography", "Geofencing", "Live", "Storage", "Audit", "Cases", "Partners", "Alerts", "Cap", "Tips"]),
        ("Seeding", ["Common", "Geography", "Photos", "Live", "Storage", "Audit", "Accounts", "Cases", "Partners", "Alerts", "Tips"]),
    ];

    private static readonly Lazy<HashSet<(string From, string To)>> Uses = new(Read);

    public static TheoryData<string> Folders => [.. Rules.Select(r => r.Folder)];

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_stands_above_it(string folder)
    {
        var may = Rules.Single(r => r.Folder == folder).MayUse;
        Assert.Empty(Uses.Value.Where(u => u.From == folder && !may.Contains(u.To)).Select(u => $"{u.From} uses {u.To}"));
    }

    [Fact]
    public void The_rules_have_no_cycle()
    {
        var above = new List<string>();
        foreach (var (folder, mayUse) in Rules)
        {
            Assert.Empty(mayUse.Except(above));
            above.Add(folder);
        }
    }

    [Fact]
    public void Every_folder_has_a_rule() =>
        Assert.Empty(typeof(ReunionDbContext).Assembly.GetTypes().Select(t => Folder(t.Namespace)).OfType<string>().Distinct().Except(Rules.Select(r => r.Folder)));

    [Fact]
    public void What_is_used_inside_methods_is_seen_too()
    {
        Assert.Contains(("Dispatch", "Tips"), Uses.Value);
        Assert.Contains(("Alerts", "Cases"), Uses.Value);
        Assert.Contains(("Cases", "Audit"), Uses.Value);
    }

    [Fact]
    public void The_core_knows_neither_screens_nor_requests()
    {
        string[] known = ["Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.Cryptography"];
        var web = typeof(ReunionDbContext).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(a => a.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || a.StartsWith("MudBlazor", StringComparison.Ordinal));
        Assert.DoesNotContain(web, a => !known.Any(k => a.StartsWith(k, StringComparison.Ordinal)));
    }

    private static HashSet<(string From, string To)> Read()
    {
        var types = new ArchLoader().LoadAssemblies(typeof(ReunionDbContext).Assembly).Build().Types;
        return
        [
            .. from type in types
               from dependency in type.Dependencies
               let @from = Folder(type.Namespace?.FullName)
               let to = Folder(dependency.Target.Namespace?.FullName)
               where @from is not null && to is not null && @from != to
               select (@from, to),
        ];
    }

    private static string? Folder(string? space) =>
        space?.Split('.') is ["Reunion", "Core", var folder, ..] ? folder : null;
}
