namespace Reunion.Core.Tips;

/// <summary>A photo that was not taken although its tip was.</summary>
/// <param name="Index">Which of the photos that were sent, from 0.</param>
/// <param name="Name">The name under which it was sent, up to 100 characters; empty when it had none.</param>
/// <param name="Code"><c>photo_too_large</c>, <c>photo_type</c>, <c>photo_unreadable</c> or <c>too_many_photos</c>.</param>
public sealed record RefusedPhoto(int Index, string Name, string Code);
