using System.Buffers.Binary;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.Hosting;
using Reunion.Core.Common.Text;
using Reunion.Core.Dispatch.Outbox;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Geography;
using Reunion.Core.Partners;

namespace Reunion.Core.Dispatch.Conformance;

/// <summary>
/// An exercise's alert that exists in messages only: no row, no page, no photo. It is written by the same types as real ones, so
/// that what a partner is tested with is what it will get.
/// </summary>
internal sealed class MadeUpAlert(Partner partner, PublicSite site, TimeProvider clock)
{
    // A code that is never given out: real ones have no letter I.
    private const string Code = "EXERCISE";
    private const int Devices = 3;
    private const double InnerRadiusMetres = 0;
    private const double OuterRadiusMetres = 100_000;

    private static readonly GeoPoint Centre = new(30.2741, 120.1551);
    private static readonly LocalizedText Headline = new("【演练】接收测试，并无儿童走失", "EXERCISE: conformance test, no child is missing");
    private static readonly LocalizedText Description = new(
        "这是一次技术演练，用于检验接收端。请勿向任何人展示。",
        "This is a technical exercise that checks your endpoint. Show it to nobody.");

    private readonly AlertId _id = TypedId.New<AlertId>(clock);
    private readonly CircleId _circle = TypedId.New<CircleId>(clock);
    private readonly DateTimeOffset _issuedAt = clock.GetUtcNow();

    /// <summary>A message's media type and bytes.</summary>
    public (string ContentType, byte[] Body) Message(MessageId id, ConformanceStep step)
    {
        if (step.Message == MessageType.AlertRecipients)
            return Recipients(id, step.Number);
        object data = step.Message == MessageType.PartnerPing ? new { } : Alert(step);
        return (MessageBody.ContentType, MessageBody.Of(step.Message, clock.GetUtcNow(), data));
    }

    private AlertObject Alert(ConformanceStep step)
    {
        var isEnded = step.Message == MessageType.AlertEnded;
        var radius = step.Number < 3 ? OuterRadiusMetres : 2 * OuterRadiusMetres;
        var converted = DatumConversion.FromWgs84(Centre, partner.Datum);
        var centre = new AlertPoint(Math.Round(converted.Latitude, 6), Math.Round(converted.Longitude, 6));
        return new AlertObject(
            _id.ToString(), Code, AlertMode.Exercise, isEnded ? AlertStatus.Ended : AlertStatus.Live, step.Number, _issuedAt, Headline, Description,
            new AlertChild("演练", Sex.Female, 9, 132, 28, "演练 / exercise", "演练 / exercise"),
            site.Photo(Code),
            new AlertSighting(centre.Lat, centre.Lon, _issuedAt.AddHours(-1), "演练 / exercise"),
            [new AlertCircle(_circle.ToString(), CircleReason.LastSeen, centre, radius, radius + OuterRadiusMetres, _issuedAt.AddHours(1))],
            Silent: false,
            new AlertContact("演练 / exercise", "110"),
            site.AlertPage(Code),
            site.Cap(_id),
            isEnded ? Outcome.Withdrawn : null,
            isEnded ? clock.GetUtcNow() + AlertPublisher.PhotoWithdrawal : null);
    }

    private (string ContentType, byte[] Body) Recipients(MessageId id, int number)
    {
        var batch = new RecipientBatch
        {
            DeliveryId = id,
            AlertId = _id,
            CircleId = _circle,
            Ring = 1,
            PartnerId = partner.Id,
            Batch = number,
            Count = Devices,
            Devices = Ids(),
        };
        var head = RecipientBody.Head(batch, InnerRadiusMetres, OuterRadiusMetres, isSilent: false, partner.RecipientFormat, clock.GetUtcNow());
        return (RecipientBody.ContentTypeOf(head), RecipientBody.Whole(head, batch.Devices));
    }

    // The largest ids there are, so that they are nobody's phone with a partner that counts or draws its ids.
    private static byte[] Ids()
    {
        var ids = new byte[Devices * sizeof(ulong)];
        for (var i = 0; i < Devices; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(ids.AsSpan(i * sizeof(ulong)), ulong.MaxValue - (ulong)i);
        return ids;
    }
}
