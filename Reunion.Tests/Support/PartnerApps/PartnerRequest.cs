using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Reunion.Tests.Support.PartnerApps;

/// <summary>One webhook as a partner app got it.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Path">The endpoint's path.</param>
/// <param name="ContentType">The body's media type.</param>
/// <param name="Body">The body's bytes.</param>
/// <param name="IsSigned">Whether the signature is right.</param>
/// <param name="Answered">The status it was answered with.</param>
internal sealed record PartnerRequest(string Id, string Path, string ContentType, byte[] Body, bool IsSigned, int Answered)
{
    private int HeadLength => IsBinary ? Array.IndexOf(Body, (byte)'\n') : Body.Length;

    public bool IsBinary => ContentType == "application/vnd.reunion.recipients";

    public string Type => Json().GetProperty("type").GetString()!;

    public JsonElement Data => Json().GetProperty("data");

    public ulong[] Devices() => IsBinary
        ? MemoryMarshal.Cast<byte, ulong>(Body.AsSpan(HeadLength + 1)).ToArray()
        : [.. Data.GetProperty("recipients").EnumerateArray()
            .Select(d => ulong.Parse(d.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private JsonElement Json()
    {
        using var document = JsonDocument.Parse(Body.AsMemory(0, HeadLength));
        return document.RootElement.Clone();
    }
}
