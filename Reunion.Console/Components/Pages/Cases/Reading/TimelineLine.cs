using System.Globalization;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Reunion.Console.Resources;
using Reunion.Core.Alerts;
using Reunion.Core.Audit;

namespace Reunion.Console.Components.Pages.Cases.Reading;

/// <summary>One sentence of a case's story.</summary>
/// <param name="Action">What it is about.</param>
/// <param name="Icon">The icon's shapes.</param>
/// <param name="AtUtc">When; of several alike, the first.</param>
/// <param name="Words">The sentence.</param>
/// <param name="Who">Who did it; empty for the system.</param>
/// <param name="Tone">A style for the ends of the story.</param>
public sealed record TimelineLine(AuditAction Action, string Icon, DateTimeOffset AtUtc, string Words, string Who, string Tone)
{
    /// <summary>The story so far; rings and tips that follow each other are one sentence.</summary>
    public static IEnumerable<TimelineLine> Of(CaseView view, IStringLocalizer<CasesText> text)
    {
        var alike = new List<AuditEntry>();
        foreach (var entry in view.Timeline)
        {
            if (alike.Count > 0 && !(IsGrouped(entry.Action) && entry.Action == alike[0].Action))
            {
                yield return Line(alike, view, text);
                alike.Clear();
            }
            alike.Add(entry);
        }
        if (alike.Count > 0)
            yield return Line(alike, view, text);
    }

    private static bool IsGrouped(AuditAction action) => action is AuditAction.RingSent or AuditAction.TipReceived or AuditAction.TipMessageReceived
        || IsErasure(action);

    private static bool IsErasure(AuditAction action) => action is AuditAction.TipOriginalsErased or AuditAction.TipContactsErased
        or AuditAction.TipPhotosErased or AuditAction.TipMessagesErased;

    private static int Sum(List<AuditEntry> alike) => alike.Sum(e => int.TryParse(e.Detail, CultureInfo.InvariantCulture, out var count) ? count : 0);

    private static TimelineLine Line(List<AuditEntry> alike, CaseView view, IStringLocalizer<CasesText> text)
    {
        var first = alike[0];
        return new TimelineLine(first.Action, IconOf(first.Action), first.AtUtc, Sentence(alike, view, text), first.ActorName, ToneOf(first));
    }

    private static string Sentence(List<AuditEntry> alike, CaseView view, IStringLocalizer<CasesText> text) => alike[0] switch
    {
        { Action: AuditAction.RingSent } => Rings(alike, view, text),
        { Action: AuditAction.TipReceived } => text["DidTipReceived", alike.Count],
        { Action: AuditAction.CaseReported } e => text["DidCaseReported" + e.Detail],
        { Action: AuditAction.AlertIssued } e => text["DidAlertIssued" + e.Detail],
        { Action: AuditAction.CaseClosed } e => text["DidCaseClosed", text["Outcome" + e.Detail].Value],
        { } e when IsErasure(e.Action) => text["Did" + e.Action, Sum(alike)],
        { } e => text["Did" + e.Action],
    };

    private static string Rings(List<AuditEntry> rings, CaseView view, IStringLocalizer<CasesText> text)
    {
        var metres = rings.Select(r => double.TryParse(r.Detail, CultureInfo.InvariantCulture, out var radius) ? radius : 0).ToList();
        var rows = rings.Zip(metres, (ring, radius) => Row(view.Rings, ring.Subject, radius)).OfType<Ring>().ToList();
        var phones = text.PhonesWord(rows.Sum(r => r.Phones));
        var words = rings.Count == 1
            ? text["DidRingSent", text.KilometresWord(metres[0]), phones]
            : text["DidRingsSent", rings.Count, text.KilometresWord(metres.Max()), phones];
        var silent = rows.Count(r => r.IsSilent);
        return silent == 0 ? words : silent == rings.Count ? text["RingSilent", words.Value] : text["RingsSilent", words.Value, silent];
    }

    private static Ring? Row(IReadOnlyList<Ring> rings, string circle, double radius) =>
        rings.FirstOrDefault(r => r.CircleId.ToString() == circle && Math.Abs(r.OuterRadiusMetres - radius) < 1);

    private static string ToneOf(AuditEntry entry) => entry switch
    {
        { Action: AuditAction.AlertIssued, Detail: nameof(AlertMode.Actual) } => "is-live",
        { Action: AuditAction.AlertIssued } => "is-drill",
        { Action: AuditAction.CaseClosed, Detail: nameof(Core.Cases.Outcome.FoundSafe) or nameof(Core.Cases.Outcome.FoundInjured) } => "is-found",
        { Action: AuditAction.TipVerified or AuditAction.CircleOpened } => "is-sighting",
        _ => "",
    };

    private static string IconOf(AuditAction action) => action switch
    {
        AuditAction.CaseFiled => Icons.Material.Outlined.NoteAdd,
        AuditAction.CaseReported => Icons.Material.Outlined.ContactPhone,
        AuditAction.ClarificationPublished => Icons.Material.Outlined.RecordVoiceOver,
        AuditAction.CaseUpdated => Icons.Material.Outlined.Edit,
        AuditAction.AlertIssued => Icons.Material.Outlined.Campaign,
        AuditAction.RingSent => Icons.Material.Outlined.RadioButtonUnchecked,
        AuditAction.CircleOpened => Icons.Material.Outlined.AddLocationAlt,
        AuditAction.AlertPaused => Icons.Material.Outlined.PauseCircle,
        AuditAction.AlertResumed => Icons.Material.Outlined.PlayCircle,
        AuditAction.TipReceived => Icons.Material.Outlined.Forum,
        AuditAction.TipMessageReceived => Icons.Material.Outlined.MarkChatUnread,
        AuditAction.TipReplied => Icons.Material.Outlined.Reply,
        AuditAction.TipVerified => Icons.Material.Outlined.Verified,
        AuditAction.TipDismissed => Icons.Material.Outlined.RemoveCircleOutline,
        AuditAction.TipMarkedDuplicate => Icons.Material.Outlined.ContentCopy,
        AuditAction.TipReopened => Icons.Material.Outlined.Undo,
        AuditAction.TipAssigned => Icons.Material.Outlined.AssignmentInd,
        AuditAction.AlertEnded => Icons.Material.Outlined.NotificationsOff,
        AuditAction.CaseClosed => Icons.Material.Outlined.CheckCircle,
        _ => Icons.Material.Outlined.Circle,
    };
}
