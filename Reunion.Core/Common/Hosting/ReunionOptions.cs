using System.ComponentModel.DataAnnotations;

namespace Reunion.Core.Common.Hosting;

/// <summary>Settings under <c>Reunion</c> that the whole program shares.</summary>
public sealed class ReunionOptions
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Reunion";

    /// <summary>Where the database file, keys and snapshots live; relative to the working directory. Created when missing.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>The address under which people and partners reach the public site, without a slash at the end.</summary>
    /// <remarks>Links in messages begin with it. Empty: the address that the public listener is bound to.</remarks>
    public string PublicBaseUrl { get; set; } = "";
}
