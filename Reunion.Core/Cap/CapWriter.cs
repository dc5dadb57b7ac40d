using System.Globalization;
using System.Xml;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Common.Text;
using Reunion.Core.Geography;

namespace Reunion.Core.Cap;

/// <summary>Writes a document in the order of elements that the CAP 1.2 schema prescribes.</summary>
/// <param name="site">Makes the links.</param>
/// <param name="places">Names where a sighting was.</param>
internal sealed class CapWriter(PublicSite site, CapPlaces places)
{
    /// <summary>The namespace of CAP 1.2.</summary>
    public const string Namespace = "urn:oasis:names:tc:emergency:cap:1.2";

    private const int PolygonPoints = 48;

    /// <summary>What the document of a change is headed with; after the end without a name.</summary>
    public static LocalizedText Headline(AlertFacts facts, bool cancels) => cancels
        ? new LocalizedText(CapWords.Chinese["OverHeadline"], CapWords.English["OverHeadline"])
        : new LocalizedText(CapText.Clean(facts.Alert.Headline.Zh), CapText.Clean(facts.Alert.Headline.En));

    /// <summary>The whole document; <see cref="CapDocument.Xml"/> of what is passed is not read.</summary>
    public string Write(CapDocument head, AlertFacts facts, AlertRevision revision, IReadOnlyList<CapDocument> references, CapPhoto? photo)
    {
        var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("alert", Namespace);
            Add(xml, "identifier", head.Identifier);
            Add(xml, "sender", head.Sender);
            Add(xml, "sent", CapText.Time(head.SentUtc));
            Add(xml, "status", head.Mode.ToString());
            Add(xml, "msgType", head.MsgType.ToString());
            Add(xml, "scope", "Public");
            if (revision.Change == AlertChange.Paused || (revision.Change == AlertChange.Renewed && facts.Alert.Status == AlertStatus.Paused))
                Add(xml, "note", $"{CapWords.Chinese["Paused"]} {CapWords.English["Paused"]}");
            if (references.Count > 0)
                Add(xml, "references", CapReferences.Write(references));
            Add(xml, "incidents", facts.Alert.Id.ToString());
            Info(xml, CapWords.Chinese, head, facts, t => t.Zh, photo);
            Info(xml, CapWords.English, head, facts, t => t.En, photo);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private void Info(XmlWriter xml, CapWords words, CapDocument head, AlertFacts facts, Func<LocalizedText, string> pick, CapPhoto? photo)
    {
        var cancels = head.MsgType == CapMessageType.Cancel;
        var (headline, unit, phone) = (pick(head.Headline), facts.Case.ContactUnit, CapText.Clean(facts.Case.ContactPhone));
        var description = cancels ? words["OverDescription"] : CapText.Clean(pick(facts.Alert.Description));
        xml.WriteStartElement("info", Namespace);
        Add(xml, "language", words.Tag);
        Add(xml, "category", "Rescue");
        Add(xml, "event", words["Event"]);
        Add(xml, "responseType", cancels ? "AllClear" : "Monitor");
        Add(xml, "urgency", cancels ? "Past" : "Immediate");
        Add(xml, "severity", cancels ? "Minor" : "Severe");
        Add(xml, "certainty", "Observed");
        Named(xml, "eventCode", "SAME", "CAE");
        Add(xml, "effective", CapText.Time(head.SentUtc));
        Add(xml, "expires", CapText.Time(head.ExpiresUtc));
        Add(xml, "senderName", unit);
        Add(xml, "headline", headline);
        Add(xml, "description", description);
        Add(xml, "instruction", cancels ? words["OverInstruction"] : words.Format("Instruction", unit, phone));
        Add(xml, "web", site.AlertPage(facts.Alert.Code));
        Add(xml, "contact", $"{unit} {phone}");
        // The names under which wireless alerts take their two lengths.
        Named(xml, "parameter", "CMAMtext", CapText.Brief(headline, cancels ? "" : phone));
        Named(xml, "parameter", "CMAMlongtext", CapText.Extended(headline, description, cancels ? "" : phone));
        if (photo is not null)
            Resource(xml, words, facts.Alert.Code, photo);
        foreach (var circle in facts.Alert.Circles.OrderBy(c => c.ClockStartUtc))
            Area(xml, words, facts, circle);
        xml.WriteEndElement();
    }

    private void Resource(XmlWriter xml, CapWords words, string code, CapPhoto photo)
    {
        xml.WriteStartElement("resource", Namespace);
        Add(xml, "resourceDesc", words["PhotoDescription"]);
        Add(xml, "mimeType", "image/jpeg");
        Add(xml, "size", photo.Size.ToString(CultureInfo.InvariantCulture));
        Add(xml, "uri", site.Photo(code));
        Add(xml, "digest", photo.Sha1);
        xml.WriteEndElement();
    }

    private void Area(XmlWriter xml, CapWords words, AlertFacts facts, Circle circle)
    {
        var metres = facts.Alert.Schedule().RadiusMetres(Math.Max(1, Math.Max(circle.RingsSent, circle.RingsAnnounced)));
        var (km, place) = (metres / 1000, facts.Case.LastSeen.Place);
        List<string> outline = [.. CircleOutline.Of(circle.Centre, metres, PolygonPoints).Select(p => Point(p.Latitude, p.Longitude))];
        // Rounding, or a pole, may part the two ends; CAP wants them equal.
        outline[^1] = outline[0];
        xml.WriteStartElement("area", Namespace);
        Add(xml, "areaDesc", circle.Reason == CircleReason.LastSeen
            ? words.Format("Area", km, place) : words.Format("SightingArea", km, places.Describe(circle.Centre, words), place));
        Add(xml, "polygon", string.Join(' ', outline));
        Add(xml, "circle", string.Create(CultureInfo.InvariantCulture, $"{Point(circle.Latitude, circle.Longitude)} {km:0.###}"));
        xml.WriteEndElement();
    }

    private static string Point(double latitude, double longitude) =>
        string.Create(CultureInfo.InvariantCulture, $"{latitude:0.00000},{Math.IEEERemainder(longitude, 360):0.00000}");

    private static void Named(XmlWriter xml, string element, string name, string value)
    {
        xml.WriteStartElement(element, Namespace);
        Add(xml, "valueName", name);
        Add(xml, "value", value);
        xml.WriteEndElement();
    }

    private static void Add(XmlWriter xml, string element, string value) => xml.WriteElementString(element, Namespace, CapText.Clean(value));
}
