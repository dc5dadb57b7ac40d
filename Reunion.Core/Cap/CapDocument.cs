using Reunion.Core.Alerts;
using Reunion.Core.Common;
using Reunion.Core.Common.Text;

namespace Reunion.Core.Cap;

/// <summary>One CAP 1.2 document, written with the revision that it tells of and never changed.</summary>
public sealed class CapDocument
{
    /// <summary>CAP's <c>identifier</c>: the alert's id, a hyphen and the revision.</summary>
    public required string Identifier { get; init; }

    /// <summary>CAP's <c>sender</c>, as later documents must repeat it.</summary>
    public required string Sender { get; init; }

    /// <summary>The alert.</summary>
    public required AlertId AlertId { get; init; }

    /// <summary>The alert's revision, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>The alert's mode; only <see cref="AlertMode.Actual"/> is for the public.</summary>
    public required AlertMode Mode { get; init; }

    /// <summary>What the document does.</summary>
    public required CapMessageType MsgType { get; init; }

    /// <summary>CAP's <c>sent</c>, in whole seconds.</summary>
    public required DateTimeOffset SentUtc { get; init; }

    /// <summary>CAP's <c>expires</c>, in whole seconds.</summary>
    public required DateTimeOffset ExpiresUtc { get; init; }

    /// <summary>The headline, which titles the document in the feed.</summary>
    public required LocalizedText Headline { get; init; }

    /// <summary>The document as it is served.</summary>
    public required string Xml { get; init; }

    internal CapDocument With(string xml) => new()
    {
        Identifier = Identifier,
        Sender = Sender,
        AlertId = AlertId,
        Revision = Revision,
        Mode = Mode,
        MsgType = MsgType,
        SentUtc = SentUtc,
        ExpiresUtc = ExpiresUtc,
        Headline = Headline,
        Xml = xml,
    };
}
