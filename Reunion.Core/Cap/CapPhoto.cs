namespace Reunion.Core.Cap;

/// <summary>The photo as a document refers to it.</summary>
/// <param name="Size">Bytes of the JPEG file.</param>
/// <param name="Sha1">Its SHA-1 in lower-case hexadecimal digits, the digest that CAP 1.2 prescribes.</param>
internal sealed record CapPhoto(int Size, string Sha1);
