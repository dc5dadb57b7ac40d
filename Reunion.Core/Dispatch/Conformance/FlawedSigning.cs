using System.Security.Cryptography;
using Reunion.Core.Dispatch.Webhooks;

namespace Reunion.Core.Dispatch.Conformance;

/// <summary>Signs a message, rightly or with one flaw.</summary>
internal static class FlawedSigning
{
    /// <summary>How far back the time of <see cref="StepFlaw.OldTimestamp"/> lies; partners take five minutes.</summary>
    public static readonly TimeSpan TooOld = TimeSpan.FromMinutes(10);

    /// <summary>The message with its signature.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="contentType">The body's media type.</param>
    /// <param name="body">The body's bytes.</param>
    /// <param name="flaw">What shall be wrong.</param>
    /// <param name="keys">The partner's secrets, newest first.</param>
    /// <param name="now">The time of the attempt.</param>
    public static SignedMessage Sign(
        string id, string contentType, byte[] body, StepFlaw flaw, IReadOnlyList<byte[]> keys, DateTimeOffset now)
    {
        var foreign = RandomNumberGenerator.GetBytes(32);
        IEnumerable<byte[]> signing = flaw switch
        {
            StepFlaw.WrongSecret => [foreign],
            StepFlaw.SecondSignature => [foreign, .. keys],
            _ => keys,
        };
        var signed = SignedMessage.Sign(id, contentType, body, signing, flaw == StepFlaw.OldTimestamp ? now - TooOld : now);
        return flaw == StepFlaw.ChangedBody ? signed with { Body = [.. body, (byte)' '] } : signed;
    }
}
