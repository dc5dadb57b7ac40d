namespace Reunion.Core.Live;

/// <summary>Something that was committed a moment ago. It only says what to look at again: the row is the truth.</summary>
public abstract record LiveEvent;
