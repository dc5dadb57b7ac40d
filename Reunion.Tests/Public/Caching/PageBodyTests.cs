using System.Buffers;
using System.IO.Compression;
using System.Text;
using Reunion.Console.Api.Public.Caching;

namespace Reunion.Tests.Public.Caching;

public sealed class PageBodyTests
{
    private static readonly byte[] Before = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4000).Select(i => $"<p>有人见过她吗 {i % 97}</p>")));
    private static readonly byte[] After = "\" /></body></html>"u8.ToArray();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(1, 24)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(2, 24)]
    public void Every_reader_unpacks_the_page_with_the_own_key(int encoding, int pages)
    {
        var before = Before[..(Before.Length * pages / 24)];
        var body = PageBody.Around(before, After, (PageEncoding)encoding);
        foreach (var key in new[] { new string('a', 32), "0123456789abcdef0123456789abcdef" })
        {
            var sent = Write(body, key);
            Assert.Equal(sent.Length, body.Length);
            Assert.Equal([.. before, .. Encoding.ASCII.GetBytes(key), .. After], Unpack(sent, (PageEncoding)encoding));
        }

        if (encoding > 0 && pages == 24)
            Assert.True(body.Length < Before.Length / 5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_page_without_a_key_is_packed_whole(int encoding)
    {
        var body = PageBody.Whole(Before, (PageEncoding)encoding);
        var sent = Write(body, new string('a', 32));
        Assert.Equal(sent.Length, body.Length);
        Assert.Equal(Before, Unpack(sent, (PageEncoding)encoding));
    }

    private static byte[] Write(PageBody body, string key)
    {
        var writer = new ArrayBufferWriter<byte>();
        body.Write(writer, Encoding.ASCII.GetBytes(key));
        return writer.WrittenSpan.ToArray();
    }

    // Both check what they read: the one by its sum, the other by its form.
    private static byte[] Unpack(byte[] sent, PageEncoding encoding)
    {
        using var unpacked = new MemoryStream();
        using Stream packed = encoding switch
        {
            PageEncoding.Gzip => new GZipStream(new MemoryStream(sent), CompressionMode.Decompress),
            PageEncoding.Brotli => new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress),
            _ => new MemoryStream(sent),
        };
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
