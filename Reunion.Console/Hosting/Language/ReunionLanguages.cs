namespace Reunion.Console.Hosting.Language;

/// <summary>The languages that there are.</summary>
internal static class ReunionLanguages
{
    public static ReunionLanguage English { get; } = new("en", "en-GB");

    public static ReunionLanguage Chinese { get; } = new("zh-Hans", "zh-CN");

    public static IReadOnlyList<ReunionLanguage> All { get; } = [English, Chinese];

    /// <summary>The language for a tag such as <c>zh-CN</c>, <c>zh</c> or <c>en-US</c>; null for another language's.</summary>
    public static ReunionLanguage? Find(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "en" => English,
        "zh" => Chinese,
        _ => null,
    };
}
