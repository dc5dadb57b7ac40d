using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Reunion.Console.Api.Public;
using Reunion.Console.Resources;

namespace Reunion.Console.Components.Public;

/// <summary>A part of a page that is written once as plain HTML: no circuit, no cookie, no script needed.</summary>
public abstract class PublicComponent : ComponentBase
{
    // Times on these pages are the local time of the place; the whole of China keeps one.
    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(8);

    [CascadingParameter]
    protected HttpContext Request { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<PublicText> L { get; set; } = null!;

    [Inject]
    protected PublicAssets Files { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    protected static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>A path of this site that keeps the language which the reader asked for.</summary>
    protected string Link(string path) => Request.Request.Query["lang"].ToString() is "zh" or "en" ? $"{path}?lang={Request.Request.Query["lang"]}" : path;

    /// <summary>A number as a telephone dials it.</summary>
    protected static string Dial(string phone) => new([.. phone.Where(c => char.IsAsciiDigit(c) || c == '+')]);

    protected static DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(LocalOffset);

    /// <summary>How long ago something was, in the largest unit that says enough.</summary>
    protected string Ago(DateTimeOffset instant) => (Clock.GetUtcNow() - instant) switch
    {
        { TotalMinutes: < 60 } span => L["Minutes", Math.Max(0, (int)span.TotalMinutes)],
        { TotalHours: < 72 } span => L["Hours", (int)span.TotalHours],
        var span => L["Days", (int)span.TotalDays],
    };
}
