using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Reunion.Core.Dispatch.Outbox;

namespace Reunion.Tests.Dispatch;

public sealed class CertificateTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Shows that the tests beside this one fail for what their names say.</summary>
    [Fact]
    public async Task A_partner_with_a_valid_certificate_is_sent_its_messages() =>
        await ExpectAsync(root => Issue(root, IPAddress.Loopback, Now - Year, Now + Year), isDelivered: true);

    [Fact]
    public async Task A_partner_whose_certificate_has_expired_is_sent_nothing() =>
        await ExpectAsync(root => Issue(root, IPAddress.Loopback, Now - 2 * Year, Now - Year), isDelivered: false);

    [Fact]
    public async Task A_partner_whose_certificate_is_not_valid_yet_is_sent_nothing() =>
        await ExpectAsync(root => Issue(root, IPAddress.Loopback, Now + Year, Now + 2 * Year), isDelivered: false);

    [Fact]
    public async Task A_partner_with_the_certificate_of_another_address_is_sent_nothing() =>
        await ExpectAsync(root => Issue(root, IPAddress.Parse("203.0.113.1"), Now - Year, Now + Year), isDelivered: false);

    [Fact]
    public async Task A_partner_that_vouches_for_itself_is_sent_nothing() =>
        await ExpectAsync(_ => Issue(null, IPAddress.Loopback, Now - Year, Now + Year), isDelivered: false);

    private static async Task ExpectAsync(Func<X509Certificate2, X509Certificate2> issue, bool isDelivered)
    {
        using var root = Root();
        using var certificate = issue(root);
        await using var scene = await DispatchScene.CreateAsync(trustedRoot: root);
        var (partner, app) = await scene.AddPartnerAsync(certificate: certificate);
        Assert.StartsWith("https://", app.Endpoint, StringComparison.Ordinal);
        await scene.AdvanceAsync(await scene.IssueAsync());

        await scene.DrainAsync(partner).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(isDelivered ? 1 : 0, app.Requests.Count);
        Assert.Equal(isDelivered ? DeliveryStatus.Delivered : DeliveryStatus.Pending, Assert.Single(await scene.RowsAsync<Delivery>()).Status);
        Assert.Equal(isDelivered ? "200" : "SecureConnectionError", Assert.Single(await scene.RowsAsync<DeliveryAttempt>()).Result);
    }

    private static X509Certificate2 Root()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(Now - 10 * Year, Now + 10 * Year);
    }

    private static X509Certificate2 Issue(X509Certificate2? root, IPAddress address, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Partner", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        using var made = root is null ? request.CreateSelfSigned(from, to) : request.Create(root, from, to, RandomNumberGenerator.GetBytes(8));
        using var whole = root is null ? null : made.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12((whole ?? made).Export(X509ContentType.Pkcs12), null);
    }
}
