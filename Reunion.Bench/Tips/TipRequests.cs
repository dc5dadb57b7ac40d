using System.Text;

namespace Reunion.Bench.Tips;

/// <summary>The public form as a browser sends it, each time with another text and key.</summary>
internal sealed class TipRequests(Uri site, string alertCode, ReadOnlyMemory<byte> photo)
{
    private const string Boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW1";

    private static readonly byte[] End = Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n");

    private int _made;

    /// <summary>The parts of one request.</summary>
    public ReadOnlyMemory<byte>[] Next()
    {
        var number = Interlocked.Increment(ref _made);
        var fields = Encoding.UTF8.GetBytes(
            Field("key", Guid.NewGuid().ToString("n")) + Field("text", $"看见一个穿红色外套的女孩上了出租车 {number}") + Field("kind", "sighting")
            + Field("place", "城站火车站") + Field("lat", "30.2456") + Field("lon", "120.1823") + Field("seenAt", "") + Field("contact", "")
            + (photo.IsEmpty ? "" : $"--{Boundary}\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"IMG_{number}.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"));
        var end = photo.IsEmpty ? End.AsMemory(2) : End;
        var head = Encoding.ASCII.GetBytes(
            $"POST /a/{alertCode}/tips HTTP/1.1\r\nHost: {site.Authority}\r\nAccept: application/json\r\n"
            + $"Content-Type: multipart/form-data; boundary={Boundary}\r\nContent-Length: {fields.Length + photo.Length + end.Length}\r\n\r\n");
        return [(byte[])[.. head, .. fields], photo, end];
    }

    private static string Field(string name, string value) => $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";
}
