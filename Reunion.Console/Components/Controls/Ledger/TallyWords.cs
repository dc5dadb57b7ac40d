using System.Globalization;

namespace Reunion.Console.Components.Controls.Ledger;

/// <summary>Numbers of a tally as a person reads them.</summary>
internal static class TallyWords
{
    /// <summary>Tips for each million phones: whole from ten on, a dash where nobody was told.</summary>
    public static string Rate(double? perMillion) => perMillion is { } rate ? rate.ToString(rate < 10 ? "0.#" : "N0", CultureInfo.CurrentCulture) : "–";
}
