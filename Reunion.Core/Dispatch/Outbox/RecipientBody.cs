using System.Buffers.Binary;
using System.Globalization;
using Reunion.Core.Dispatch.Rings;
using Reunion.Core.Partners;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>
/// Writes the body of a recipient batch. The head is frozen in the delivery's row and the ids in the batch's, so every
/// attempt has the same bytes without each id being stored twice.
/// </summary>
internal static class RecipientBody
{
    public const string BinaryContentType = "application/vnd.reunion.recipients";

    private const int HexLength = 16;
    private static readonly byte[] JsonTail = "]}}"u8.ToArray();

    /// <summary>The part before the device ids.</summary>
    public static byte[] Head(RecipientBatch batch, double innerRadiusMetres, double outerRadiusMetres, bool isSilent, RecipientFormat format, DateTimeOffset now)
    {
        var data = new
        {
            AlertId = batch.AlertId.ToString(),
            CircleId = batch.CircleId.ToString(),
            batch.Ring,
            batch.Batch,
            InnerRadiusMetres = innerRadiusMetres,
            OuterRadiusMetres = outerRadiusMetres,
            // Beside the alert object's flag, because a batch may come before the message of its growth; left out while it is false.
            Silent = isSilent ? true : (bool?)null,
        };
        var json = MessageBody.Of(MessageType.AlertRecipients, now, data);
        // JSON is left open where the ids belong; the binary form is one closed line.
        return format == RecipientFormat.Binary ? [.. json, (byte)'\n'] : [.. json.AsSpan(0, json.Length - 2), .. ",\"recipients\":["u8];
    }

    /// <summary>The whole body.</summary>
    public static byte[] Whole(byte[] head, byte[] devices) => IsBinary(head) ? [.. head, .. devices] : Json(head, devices);

    /// <summary>The media type of a body with a head.</summary>
    public static string ContentTypeOf(byte[] head) => IsBinary(head) ? BinaryContentType : MessageBody.ContentType;

    private static bool IsBinary(byte[] head) => head[^1] == (byte)'\n';

    private static byte[] Json(byte[] head, byte[] devices)
    {
        var count = devices.Length / sizeof(ulong);
        var body = new byte[head.Length + count * (HexLength + 3) - (count > 0 ? 1 : 0) + JsonTail.Length];
        head.CopyTo(body, 0);
        var at = head.Length;
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                body[at++] = (byte)',';
            body[at++] = (byte)'"';
            BinaryPrimitives.ReadUInt64LittleEndian(devices.AsSpan(i * sizeof(ulong)))
                .TryFormat(body.AsSpan(at), out _, "x16", CultureInfo.InvariantCulture);
            at += HexLength;
            body[at++] = (byte)'"';
        }

        JsonTail.CopyTo(body, at);
        return body;
    }
}
