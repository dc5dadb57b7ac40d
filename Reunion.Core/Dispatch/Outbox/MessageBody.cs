using System.Text.Json;
using Reunion.Core.Common.Text;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>The form that the body of every message has: its type, its time, and what it tells.</summary>
internal static class MessageBody
{
    /// <summary>The body's media type.</summary>
    public const string ContentType = "application/json";

    /// <summary>Writes a body.</summary>
    public static byte[] Of(string type, DateTimeOffset at, object data) =>
        JsonSerializer.SerializeToUtf8Bytes(new { Type = type, Timestamp = at, Data = data }, ContractJson.Options);
}
