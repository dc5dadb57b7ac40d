namespace Reunion.Core.Tips.Retention;

/// <summary>Settings under <c>Reunion:Tips:Retention</c>: how long what tells who people are is kept once an alert ended.</summary>
public sealed class TipRetentionOptions
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Reunion:Tips:Retention";

    /// <summary>How long after the end photos are kept as they were sent, with their cameras' notes; a day to ten years.</summary>
    public TimeSpan Originals { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long after the end it is kept how to reach who sent a tip, and what was written to and fro; a day to ten years.</summary>
    public TimeSpan Contacts { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long after the end, and after the decision, the photos of dismissed tips are kept; a day to ten years.</summary>
    public TimeSpan DismissedPhotos { get; set; } = TimeSpan.FromDays(30);
}
