namespace Reunion.Core.Photos;

/// <summary>A photo as somebody sent it; nothing about it is trusted.</summary>
/// <param name="Name">The name under which it was sent; may be empty, may be anything.</param>
/// <param name="Bytes">The file; empty when it was not even read.</param>
/// <param name="Problem">Why it was not even read, a code such as <c>photo_too_large</c>; null when it was.</param>
public sealed record PhotoUpload(string Name, byte[] Bytes, string? Problem = null);
