using MudBlazor;

namespace Reunion.Console.Components.Layout;

/// <summary>The component library's theme in our colours and type; the same values as the style sheet's tokens.</summary>
internal static class ReunionTheme
{
    private static readonly string[] Fonts =
    [
        "system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC",
        "Microsoft YaHei", "sans-serif",
    ];

    public static MudTheme Theme { get; } = new()
    {
        PaletteDark = Dark(),
        PaletteLight = Light(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
        Shadows = new Shadow { Elevation = [.. Enumerable.Repeat("none", 26)] },
        Typography = Type(),
    };

    private static PaletteDark Dark() => new()
    {
        Black = "#0a0e13", White = "#e8edf3", Background = "#0a0e13", BackgroundGray = "#11171e", Surface = "#11171e",
        Primary = "#5aa9f5", PrimaryContrastText = "#06121f", Secondary = "#a3b0bf", SecondaryContrastText = "#06121f",
        Tertiary = "#b58cff", TertiaryContrastText = "#06121f", Info = "#5aa9f5", InfoContrastText = "#06121f",
        Success = "#4cc38a", SuccessContrastText = "#06121f", Warning = "#f2b53c", WarningContrastText = "#1d1300",
        Error = "#ff5a52", ErrorContrastText = "#1c0504", Dark = "#18202a", DarkContrastText = "#e8edf3",
        TextPrimary = "#e8edf3", TextSecondary = "#a3b0bf", TextDisabled = "#7b8998",
        ActionDefault = "#a3b0bf", ActionDisabled = "#7b8998", ActionDisabledBackground = "#18202a",
        LinesDefault = "#25303c", LinesInputs = "#3a4858", TableLines = "#25303c", Divider = "#25303c", DividerLight = "#25303c",
        TableHover = "#18202a", TableStriped = "#11171e", Skeleton = "#18202a",
        DrawerBackground = "#11171e", DrawerText = "#e8edf3", DrawerIcon = "#a3b0bf", AppbarBackground = "#11171e", AppbarText = "#e8edf3",
        OverlayDark = "rgba(4,7,10,0.7)",
    };

    private static PaletteLight Light() => new()
    {
        Black = "#131a22", White = "#ffffff", Background = "#eef1f4", BackgroundGray = "#f6f8fa", Surface = "#ffffff",
        Primary = "#0b62b8", PrimaryContrastText = "#ffffff", Secondary = "#4a5866", SecondaryContrastText = "#ffffff",
        Tertiary = "#6b3fc4", TertiaryContrastText = "#ffffff", Info = "#0b62b8", InfoContrastText = "#ffffff",
        Success = "#17744a", SuccessContrastText = "#ffffff", Warning = "#8f5b00", WarningContrastText = "#ffffff",
        Error = "#c4221b", ErrorContrastText = "#ffffff", Dark = "#131a22", DarkContrastText = "#ffffff",
        TextPrimary = "#131a22", TextSecondary = "#4a5866", TextDisabled = "#5f6d7b",
        ActionDefault = "#4a5866", ActionDisabled = "#5f6d7b", ActionDisabledBackground = "#eef1f4",
        LinesDefault = "#d6dde4", LinesInputs = "#aab6c2", TableLines = "#d6dde4", Divider = "#d6dde4", DividerLight = "#d6dde4",
        TableHover = "#f6f8fa", TableStriped = "#f6f8fa", Skeleton = "#d6dde4",
        DrawerBackground = "#ffffff", DrawerText = "#131a22", DrawerIcon = "#4a5866", AppbarBackground = "#ffffff", AppbarText = "#131a22",
        OverlayDark = "rgba(19,26,34,0.5)",
    };

    private static Typography Type() => new()
    {
        Default = Size<DefaultTypography>("0.875rem", "400", "1.45"),
        H1 = Size<H1Typography>("2.5rem", "600", "1.2"),
        H2 = Size<H2Typography>("1.75rem", "600", "1.2"),
        H3 = Size<H3Typography>("1.25rem", "600", "1.2"),
        H4 = Size<H4Typography>("1.25rem", "600", "1.2"),
        H5 = Size<H5Typography>("1rem", "600", "1.2"),
        H6 = Size<H6Typography>("1rem", "600", "1.2"),
        Subtitle1 = Size<Subtitle1Typography>("1rem", "400", "1.45"),
        Subtitle2 = Size<Subtitle2Typography>("0.875rem", "600", "1.45"),
        Body1 = Size<Body1Typography>("0.875rem", "400", "1.45"),
        Body2 = Size<Body2Typography>("0.875rem", "400", "1.45"),
        Button = Size<ButtonTypography>("0.875rem", "500", "1.45"),
        Caption = Size<CaptionTypography>("0.75rem", "400", "1.45"),
        Overline = Size<OverlineTypography>("0.75rem", "400", "1.45"),
    };

    private static T Size<T>(string size, string weight, string leading) where T : BaseTypography, new() => new()
    {
        FontFamily = Fonts, FontSize = size, FontWeight = weight, LineHeight = leading, LetterSpacing = "normal", TextTransform = "none",
    };
}
