using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Reunion.Console.Components.Map;
using Reunion.Console.Live;
using Reunion.Core.Alerts;
using Reunion.Core.Geography;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Pages.Tips;

/// <summary>Verifies a tip, and says first whom a new circle would reach.</summary>
public sealed partial class VerifyForm
{
    private string _reason = "";
    private bool _withCircle;
    private ElementReference _field;
    private SightingReach? _reach;

    [Parameter, EditorRequired]
    public TipSummary Tip { get; set; } = null!;

    [Parameter]
    public MapAlert? Alert { get; set; }

    /// <summary>Whether the decision is being saved.</summary>
    [Parameter]
    public bool IsSaving { get; set; }

    [Parameter]
    public string? ReasonError { get; set; }

    [Parameter]
    public EventCallback<CircleLayer?> OnPreview { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback<Verification> OnVerify { get; set; }

    [Inject]
    private PreviewReach Reach { get; set; } = null!;

    private bool CanOpen => Alert is not null && Tip.Latitude is not null;

    private bool IsLoading => _withCircle && _reach is null;

    private string ButtonText => _withCircle && _reach is { } reach ? L["VerifyAndAlert", reach.NewPhones] : L["VerifyOnly"];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _field.FocusAsync(preventScroll: true);
    }

    private async Task ToggleAsync(ChangeEventArgs change)
    {
        (_withCircle, _reach) = (change.Value is true, null);
        if (_withCircle && Tip is { Latitude: { } latitude, Longitude: { } longitude })
            await CountAsync(new GeoPoint(latitude, longitude));
        else
            await OnPreview.InvokeAsync(null);
    }

    private async Task CountAsync(GeoPoint centre)
    {
        if (!await TryAsync(async actor => _reach = await Reach.SightingAsync(actor, centre, Alert!.Id, Alert.Mode)))
        {
            _withCircle = false;
            return;
        }

        var opening = _reach!.Opening;
        await OnPreview.InvokeAsync(new CircleLayer("preview", centre, opening.RadiusMetres, CircleTone.Preview, CircleStyle.Dashed)
        {
            Label = L["PreviewLabel", Map.MapFormat.Distance(opening.RadiusMetres, MapWords), opening.Phones],
        });
    }

    private Task SubmitAsync() => OnVerify.InvokeAsync(new Verification(_reason, _withCircle));

    private Task OnKeyAsync(KeyboardEventArgs key) => key switch
    {
        { Key: "Escape" } => OnCancel.InvokeAsync(),
        { Key: "Enter", CtrlKey: true } when !IsSaving && !IsLoading => SubmitAsync(),
        _ => Task.CompletedTask,
    };
}
