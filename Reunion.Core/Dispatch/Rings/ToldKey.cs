using Reunion.Core.Common;

namespace Reunion.Core.Dispatch.Rings;

/// <summary>The key under which an alert keeps whom it told; destroyed when the alert ends.</summary>
public sealed class ToldKey
{
    /// <summary>The alert.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>The key, encrypted by the program's key ring, which is not in the database.</summary>
    public required byte[] Protected { get; init; }
}
