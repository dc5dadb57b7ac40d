using Reunion.Core.Common;

namespace Reunion.Core.Tips;

/// <summary>A photo exactly as it was sent, encrypted: evidence, never shown on a page.</summary>
public sealed class TipOriginal
{
    /// <summary>The photo that was made of it.</summary>
    public required PhotoId PhotoId { get; init; }

    /// <summary>The key of this file alone, encrypted by the program's key ring.</summary>
    public required byte[] ProtectedKey { get; init; }

    /// <summary>Nonce, tag and ciphertext (AES-256-GCM), bound to the photo's id.</summary>
    public required byte[] Protected { get; init; }
}
