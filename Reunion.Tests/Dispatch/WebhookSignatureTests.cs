using System.Text;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Partners;

namespace Reunion.Tests.Dispatch;

public sealed class WebhookSignatureTests
{
    // The vector that the reference libraries of the Standard Webhooks specification are tested with.
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Timestamp = 1614265330;
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly byte[] Key = WebhookSecretVault.KeyOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"test\": 2432232314}");

    [Fact]
    public void Signs_as_the_specification_says() => Assert.Equal(Signature, WebhookSignature.Sign(Id, Timestamp, Body, [Key]));

    [Fact]
    public void Signs_with_both_secrets_while_one_replaces_the_other()
    {
        var other = WebhookSecretVault.KeyOf(WebhookSecretVault.New());
        var both = WebhookSignature.Sign(Id, Timestamp, Body, [other, Key]);
        Assert.EndsWith(" " + Signature, both, StringComparison.Ordinal);
        Assert.True(WebhookSignature.Verify(Id, Timestamp, Body, Key, both));
        Assert.True(WebhookSignature.Verify(Id, Timestamp, Body, other, both));
    }

    [Fact]
    public void Refuses_another_id_time_body_or_secret()
    {
        Assert.False(WebhookSignature.Verify(Id + "x", Timestamp, Body, Key, Signature));
        Assert.False(WebhookSignature.Verify(Id, Timestamp + 1, Body, Key, Signature));
        Assert.False(WebhookSignature.Verify(Id, Timestamp, [.. Body, 32], Key, Signature));
        Assert.False(WebhookSignature.Verify(Id, Timestamp, Body, [.. Key, 1], Signature));
        Assert.False(WebhookSignature.Verify(Id, Timestamp, Body, Key, ""));
        Assert.False(WebhookSignature.Verify(Id, Timestamp, Body, Key, "v2" + Signature[2..]));
    }
}
