using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases;

/// <summary>Which cases the list shows.</summary>
/// <param name="Status">Only cases that stand so; null for all.</param>
/// <param name="OwnOnly">Only cases of the reader's unit.</param>
/// <param name="Text">Part of the name, the place or the officer's name.</param>
public sealed record CaseFilter(CaseStatus? Status, bool OwnOnly, string Text)
{
    /// <summary>Shows everything.</summary>
    public static CaseFilter None { get; } = new(null, false, "");

    /// <summary>Whether a case is shown.</summary>
    public bool Fits(CaseSummary one) =>
        (Status is null || one.Status == Status)
        && (!OwnOnly || one.IsOwn)
        && (Has(one.ChildName) || Has(one.Place) || Has(one.FiledByName));

    private bool Has(string words) => words.Contains(Text.Trim(), StringComparison.CurrentCultureIgnoreCase);
}
