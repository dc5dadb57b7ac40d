using Microsoft.Extensions.Localization;
using Reunion.Console.Live;
using Reunion.Console.Resources;
using Reunion.Core.Common;
using Reunion.Core.Tips.Export;

namespace Reunion.Console.Api.Exports;

/// <summary>What a file calls things, in the reader's language.</summary>
/// <param name="text">The words about tips.</param>
/// <param name="partners">The partners' names.</param>
internal sealed class TipWords(IStringLocalizer<TipsText> text, IReadOnlyDictionary<PartnerId, string> partners)
{
    public string this[string name] => text[name];

    public string this[string name, params object[] blanks] => text[name, blanks];

    public string Kind(ExportedTip tip) => text["Kind" + tip.Kind];

    public string Review(ExportedTip tip) => text["Review" + tip.Review];

    public string Source(ExportedTip tip) =>
        tip.PartnerId is { } id && partners.TryGetValue(id, out var name) ? name : text["Source" + tip.Source];

    public static string Time(DateTimeOffset? utc) => utc is { } time ? LocalTime.Long(time) : "";
}
