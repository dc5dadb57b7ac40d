using Reunion.Core.Common;
using Reunion.Core.Geography;

namespace Reunion.Console.Hubs;

/// <summary>Names the groups of connections that hear the same news.</summary>
internal static class TipGroups
{
    /// <summary>All connections of a partner.</summary>
    public static string Of(PartnerId partner) => partner.ToString();

    /// <summary>The connections that watch an alert and read points in a datum.</summary>
    public static string Of(AlertId alert, Datum datum) => $"{alert}/{datum}";
}
