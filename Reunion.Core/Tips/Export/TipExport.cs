using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Common.People;

namespace Reunion.Core.Tips.Export;

/// <summary>Which tips go into a file, for whom, and what the file is about.</summary>
public sealed class TipExport
{
    /// <summary>Who gets it.</summary>
    public required Actor Reader { get; init; }

    /// <summary>When it was asked for; tips that came in later are not in it.</summary>
    public required DateTimeOffset AtUtc { get; init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The child's name.</summary>
    public required string ChildName { get; init; }

    /// <summary>The unit that looks, as it is published.</summary>
    public required string Unit { get; init; }

    /// <summary>The alert's code.</summary>
    public required string AlertCode { get; init; }

    /// <summary>What the alert is for.</summary>
    public required AlertMode Mode { get; init; }

    /// <summary>How many tips the alert has in all.</summary>
    public required int Total { get; init; }

    /// <summary>Which part this is, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>How many parts there are, at least 1.</summary>
    public int Parts => Math.Max(1, (Total + ExportTips.MostTips - 1) / ExportTips.MostTips);

    /// <summary>The number of the first tip of this part, from 1.</summary>
    public int First => (Part - 1) * ExportTips.MostTips + 1;

    /// <summary>How many tips are in this part.</summary>
    public int Count => Ids.Count;

    /// <summary>The tips of this part, oldest first.</summary>
    public required IReadOnlyList<TipId> Ids { get; init; }
}
