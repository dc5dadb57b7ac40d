namespace Reunion.Core.Tips.Retention;

/// <summary>How much of tips was erased because its time had come.</summary>
/// <param name="DismissedPhotos">Photos of dismissed tips.</param>
/// <param name="Originals">Photos as they were sent.</param>
/// <param name="Contacts">Ways to reach who sent a tip.</param>
/// <param name="Messages">Messages to and from who sent a tip.</param>
public readonly record struct ErasedTipData(int DismissedPhotos, int Originals, int Contacts, int Messages);
