using System.Text.Json;
using Microsoft.Extensions.Options;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Common.Text;

namespace Reunion.Core.Seeding;

/// <summary>Keeps the demo partners' keys in the data directory, where only the owner may read them.</summary>
/// <param name="options">Names the data directory.</param>
public sealed class DemoPartnerFile(IOptions<ReunionOptions> options)
{
    private static readonly JsonSerializerOptions Json = new(ContractJson.Options) { WriteIndented = true };

    /// <summary>The file's path.</summary>
    public string Path => System.IO.Path.Combine(options.Value.DataDirectory, "demo-partners.json");

    /// <summary>The partners in the file; none when it is missing or cut short.</summary>
    public IReadOnlyList<DemoPartnerKeys> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<List<DemoPartnerKeys>>(File.ReadAllBytes(Path), Json) ?? [];
        }
        catch (Exception failure) when (failure is FileNotFoundException or JsonException)
        {
            return [];
        }
    }

    /// <summary>The port that the simulated apps listened on last, or 0.</summary>
    public int KnownPort() =>
        Read().Select(p => Uri.TryCreate(p.Endpoint, UriKind.Absolute, out var uri) ? uri.Port : 0).FirstOrDefault();

    /// <summary>Replaces the file in one step.</summary>
    /// <param name="partners">The partners.</param>
    public void Write(IReadOnlyList<DemoPartnerKeys> partners)
    {
        var next = Path + ".new";
        File.Delete(next);
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(next, create))
            JsonSerializer.Serialize(file, partners, Json);
        File.Move(next, Path, overwrite: true);
    }
}
