using Reunion.Core.Cases;
using Reunion.Core.Common.Text;

namespace Reunion.Core.Alerts.Publishing;

/// <summary>An alert as partners read it, in the partner interface, in webhooks and on the hub. Points are in the partner's datum.</summary>
/// <param name="AlertId">Identifies the alert.</param>
/// <param name="Code">The code in its links.</param>
/// <param name="Mode">What it is for.</param>
/// <param name="Status">Whether it is under way.</param>
/// <param name="Revision">Counts up with every message about it.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="Headline">One line.</param>
/// <param name="Description">A few sentences.</param>
/// <param name="Child">Who is missing.</param>
/// <param name="PhotoUrl">The photo; answers 410 once the alert ended.</param>
/// <param name="LastSeen">Where and when the child was last seen.</param>
/// <param name="Circles">Where phones are told.</param>
/// <param name="Silent">Whether phones should be told without a sound: it is night there and they are far away.</param>
/// <param name="Contact">Whom to call.</param>
/// <param name="PublicUrl">The page for the public.</param>
/// <param name="CapUrl">The CAP 1.2 document.</param>
/// <param name="Outcome">How it ended, once ended.</param>
/// <param name="WithdrawPhotoBy">Until when the photo must be down, in the message that it ended.</param>
public sealed record AlertObject(
    string AlertId, string Code, AlertMode Mode, AlertStatus Status, int Revision, DateTimeOffset IssuedAt,
    LocalizedText Headline, LocalizedText Description, AlertChild Child, string PhotoUrl, AlertSighting LastSeen,
    IReadOnlyList<AlertCircle> Circles, bool Silent, AlertContact Contact, string PublicUrl, string CapUrl,
    Outcome? Outcome = null, DateTimeOffset? WithdrawPhotoBy = null);
