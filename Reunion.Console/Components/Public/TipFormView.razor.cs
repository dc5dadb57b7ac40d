using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts.Publishing;

namespace Reunion.Console.Components.Public;

/// <summary>The tip form, also with what was entered and what is wrong with it.</summary>
public sealed partial class TipFormView
{
    [Parameter, EditorRequired]
    public AlertObject Alert { get; set; } = null!;

    [Parameter, EditorRequired]
    public TipEntry Entry { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Errors { get; set; } = null!;

    /// <summary>Whether the form came back because so many come in that each must be worked for.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    private string? Invalid(string field) => Errors.ContainsKey(field) ? "true" : null;

    private static string Number(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
