using System.Net.Sockets;
using System.Text;
using Reunion.Tests.Support;

namespace Reunion.Tests.Hosting;

/// <summary>A photo on its way waits in a directory of the program's own, and what a crash leaves there is gone after the next start.</summary>
public sealed class UploadDirectoryTests
{
    // More than is held in memory, less than it promised.
    private const int SentBytes = 300_000;
    private const int PromisedBytes = 1_000_000;

    [Fact]
    public async Task What_a_crash_leaves_of_an_upload_is_gone_after_the_next_start()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var program = new ReunionProcess();
        await program.StartAsync(cancel);
        var uploads = new DirectoryInfo(Path.Combine(program.DataDirectory, "uploads"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, uploads.UnixFileMode);

        using var sender = await SendHalfAsync(program.PublicUrl, cancel);
        for (var tries = 0; tries < 3_000 && uploads.GetFiles().Sum(f => f.Length) == 0; tries++)
            await Task.Delay(10, cancel);
        Assert.NotEmpty(uploads.GetFiles());
        await program.KillAsync();
        Assert.NotEmpty(uploads.GetFiles());

        await program.StartAsync(cancel);
        Assert.Empty(uploads.GetFiles());
    }

    private static async Task<Socket> SendHalfAsync(Uri site, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(site.Host, site.Port, cancel);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /report HTTP/1.1\r\nHost: {site.Authority}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {PromisedBytes}\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a.jpg\"\r\n\r\n"), cancel);
        await socket.SendAsync(new byte[SentBytes], cancel);
        return socket;
    }
}
