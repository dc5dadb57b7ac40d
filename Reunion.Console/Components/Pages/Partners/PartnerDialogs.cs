using Microsoft.Extensions.Localization;
using MudBlazor;
using Reunion.Console.Resources;

namespace Reunion.Console.Components.Pages.Partners;

/// <summary>How the partners' dialogs are shown.</summary>
internal static class PartnerDialogs
{
    /// <summary>Closed by its buttons only: a click beside it would lose what was typed, or a secret that is shown once.</summary>
    public static DialogOptions Modal { get; } = new() { BackdropClick = false, CloseOnEscapeKey = false, MaxWidth = MaxWidth.Medium, FullWidth = true };

    /// <summary>Asks whether messages may go to private addresses, saying what that means.</summary>
    /// <returns>Whether the person said so.</returns>
    public static async Task<bool> MayBeInternalAsync(this IDialogService dialogs, IStringLocalizer<PartnersText> text, string name) =>
        await dialogs.ShowMessageBoxAsync(text["InternalTitle", name], text["InternalText"], yesText: text["InternalYes"], cancelText: text["Cancel"]) is true;
}
