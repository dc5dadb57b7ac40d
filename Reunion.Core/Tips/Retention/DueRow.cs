using Reunion.Core.Common;

namespace Reunion.Core.Tips.Retention;

/// <summary>A row whose time has come.</summary>
internal sealed class DueRow<TId>
{
    /// <summary>The alert it belongs to.</summary>
    public AlertId Alert { get; init; }

    /// <summary>The row.</summary>
    public TId Id { get; init; } = default!;
}
