using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Cases;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>Who is missing.</summary>
public sealed partial class ChildSection
{
    private const string Iso = "yyyy-MM-dd";

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private CaseFile File => Form.File;

    private string Today => ChinaTime.Day(Clock.GetUtcNow()).ToString(Iso, CultureInfo.InvariantCulture);

    private string BirthDate => File.BirthDate?.ToString(Iso, CultureInfo.InvariantCulture) ?? "";

    private void SetBirthDate(string typed) =>
        File.BirthDate = DateOnly.TryParse(typed, CultureInfo.InvariantCulture, out var day) ? day : null;

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static int? Parse(string typed) =>
        decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Round(Math.Clamp(number, -1, 100_000)) : null;
}
