using Reunion.Core.Common;

namespace Reunion.Console.Live;

/// <summary>Where the console serves photos.</summary>
internal static class PhotoLinks
{
    /// <summary>A child's photo.</summary>
    public static string? OfCase(PhotoId? photo) => photo is { } id ? $"/cases/photos/{id}" : null;

    /// <summary>A tip's photo.</summary>
    public static string OfTip(PhotoId photo) => $"/tips/photos/{photo}";

    /// <summary>A tip's photo as it was sent, to be saved.</summary>
    public static string OfOriginal(PhotoId photo) => $"/tips/photos/{photo}/original";
}
