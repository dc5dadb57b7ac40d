using System.Net;
using System.Net.Sockets;
using Reunion.Core.Dispatch.Outbox;

namespace Reunion.Tests.Dispatch;

public sealed class EndlessAnswerTests
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(30);

    // A bare socket counts what really left: a web server goes on taking writes for a while after its client is gone.
    [Fact]
    public async Task Of_an_answer_of_10_GB_only_the_beginning_is_read_and_the_message_counts_as_taken()
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await scene.MoveAsync(partner, $"http://{listener.LocalEndpoint}/alerts");

        await scene.AdvanceAsync(await scene.IssueAsync());
        var sending = SendAsync(listener);

        await scene.DrainAsync(partner).WaitAsync(RealLimit, TestContext.Current.CancellationToken);
        var sent = await sending.WaitAsync(RealLimit, TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryStatus.Delivered, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
        // What was read, and what the buffers of both sockets hold.
        Assert.InRange(sent, 1, 16L * 1024 * 1024);
    }

    private static async Task<long> SendAsync(TcpListener listener)
    {
        const long Whole = 10L * 1024 * 1024 * 1024;
        using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var block = new byte[64 * 1024];
        await socket.ReceiveAsync(block);
        await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Whole}\r\n\r\n"));
        var sent = 0L;
        try
        {
            while (sent < Whole)
                sent += await socket.SendAsync(block);
        }
        catch (SocketException)
        {
            // The sender hung up.
        }

        return sent;
    }
}
