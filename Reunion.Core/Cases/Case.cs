using Reunion.Core.Common;
using Reunion.Core.Storage;

namespace Reunion.Core.Cases;

/// <summary>One missing child: who, last seen where and when, and the police unit that looks.</summary>
public sealed class Case : IVersioned
{
    /// <summary>Identifies the case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>The code of the police unit that owns the case.</summary>
    public required string UnitCode { get; init; }

    /// <summary>The account of who filed it.</summary>
    public required string FiledByAccountId { get; init; }

    /// <summary>The name of who filed it, as it was then.</summary>
    public required string FiledByName { get; init; }

    /// <summary>When it was filed.</summary>
    public required DateTimeOffset FiledAtUtc { get; init; }

    /// <summary>When the police heard of it; the alert clock's default start.</summary>
    public required DateTimeOffset ReportedAtUtc { get; set; }

    /// <summary>Where the case stands.</summary>
    public CaseStatus Status { get; set; } = CaseStatus.Draft;

    /// <summary>How it ended, once closed.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAtUtc { get; set; }

    /// <summary>Who is missing.</summary>
    public required Child Child { get; set; }

    /// <summary>Where and when the child was last seen.</summary>
    public required LastSeen LastSeen { get; set; }

    /// <summary>What happened, up to 4,000 characters.</summary>
    public string Circumstances { get; set; } = "";

    /// <summary>Who may be with the child, up to 2,000 characters.</summary>
    public string Suspects { get; set; } = "";

    /// <summary>Vehicles with plate, make and colour, up to 2,000 characters.</summary>
    public string Vehicles { get; set; } = "";

    /// <summary>The unit to call, as published.</summary>
    public string ContactUnit { get; set; } = "";

    /// <summary>The number to call, as published.</summary>
    public string ContactPhone { get; set; } = "";

    /// <summary>The photo that is published, once there is one.</summary>
    public PhotoId? PhotoId { get; set; }

    /// <summary>The name of the parent or guardian who reported it, up to 100 characters; empty when an officer filed it.</summary>
    public string ReporterName { get; init; } = "";

    /// <summary>The number of the parent or guardian, for the police only; empty when an officer filed it.</summary>
    public string ReporterPhone { get; init; } = "";

    /// <summary>Opens the reporter's own page; 16 characters that cannot be guessed. Null when an officer filed it.</summary>
    public string? ReportCode { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
