namespace Reunion.Console.Api.Exports;

/// <summary>
/// Takes what a document writes, until it is sent on. The document is told its whole length, and memory holds only what was
/// written since the last time.
/// </summary>
internal sealed class PageBuffer : Stream
{
    private readonly MemoryStream _page = new();
    private long _sent;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Position;

    public override long Position
    {
        get => _sent + _page.Length;
        set => throw new NotSupportedException();
    }

    /// <summary>The most bytes that were held at a time.</summary>
    public long Largest { get; private set; }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _page.Write(buffer);
        Largest = Math.Max(Largest, _page.Length);
    }

    /// <summary>Sends on what was written since the last time.</summary>
    public async Task SendAsync(Stream body, CancellationToken cancel)
    {
        if (_page.Length == 0)
            return;
        await body.WriteAsync(_page.GetBuffer().AsMemory(0, (int)_page.Length), cancel);
        _sent += _page.Length;
        _page.SetLength(0);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _page.Dispose();
        base.Dispose(disposing);
    }
}
