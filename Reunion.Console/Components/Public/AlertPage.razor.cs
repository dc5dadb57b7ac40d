using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts;
using Reunion.Core.Alerts.Publishing;
using Reunion.Core.Common.Text;

namespace Reunion.Console.Components.Public;

/// <summary>A missing child: photo, facts, whom to call, where we look, and the tip form.</summary>
public sealed partial class AlertPage
{
    [Parameter, EditorRequired]
    public AlertObject Alert { get; set; } = null!;

    /// <summary>The description that the facts alone make; what an officer wrote instead is shown.</summary>
    [Parameter, EditorRequired]
    public LocalizedText Proposed { get; set; } = null!;

    /// <summary>What the form holds.</summary>
    [Parameter, EditorRequired]
    public TipEntry Entry { get; set; } = null!;

    /// <summary>What is wrong with which field of the form, as codes.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether the form came back because so many come in that each must be worked for.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    private string Headline => Alert.Headline.In(CultureInfo.CurrentUICulture);

    private string? OwnWords => Alert.Description == Proposed ? null : Alert.Description.In(CultureInfo.CurrentUICulture);

    private IEnumerable<(string Name, string Value)> Facts => new (string Name, string? Value)[]
    {
        (L["Height"], Alert.Child.HeightCm is { } cm ? L["HeightCm", cm].Value : null),
        (L["Weight"], Alert.Child.WeightKg is { } kg ? L["WeightKg", kg].Value : null),
        (L["Features"], Alert.Child.Features),
        (L["Clothing"], Alert.Child.Clothing),
        (L["Unit"], Alert.Contact.Unit),
    }.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => (f.Name, f.Value!));

    private string AreaOf(AlertCircle circle) => circle.Reason == CircleReason.LastSeen
        ? L["MapLastSeen", circle.RadiusMetres / 1000, Alert.LastSeen.Place]
        : L["MapSighting", circle.RadiusMetres / 1000];
}
