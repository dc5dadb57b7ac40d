using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Reunion.Console.Hosting.Accounts;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;

namespace Reunion.Console.Components.Layout;

/// <summary>Who is signed in, and what the screen looks like.</summary>
public sealed partial class UserMenu : IDisposable
{
    private Actor? _actor;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private PageTheme Theme { get; set; } = null!;

    private string Initial => _actor is { Name.Length: > 0 } ? StringInfo.GetNextTextElement(_actor.Name).ToUpperInvariant() : "";

    private static string OtherLanguage => CultureInfo.CurrentUICulture.Name == "en" ? "zh-Hans" : "en";

    private string OtherTheme => Theme.IsDark ? "light" : "dark";

    private string ReturnUrl => new Uri(Navigation.Uri).PathAndQuery;

    public void Dispose() => Navigation.LocationChanged -= OnMoved;

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnMoved;
        try
        {
            _actor = await Current.GetAsync();
        }
        catch (ProblemException)
        {
            // Revoked meanwhile: the menu still lets them sign out.
        }
    }

    private void OnMoved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);
}
