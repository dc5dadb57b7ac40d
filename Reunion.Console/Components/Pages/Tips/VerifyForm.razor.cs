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
    private IReadOnlyList<ReachStep> _steps = [];

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

    private bool IsLoading => _withCircle && _steps.Count == 0;

    private string ButtonText => _withCircle && _steps is [var first, ..] ? L["VerifyAndAlert", first.Phones] : L["VerifyOnly"];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _field.FocusAsync(preventScroll: true);
    }

    private async Task ToggleAsync(ChangeEventArgs change)
    {
        (_withCircle, _steps) = (change.Value is true, []);
        if (_withCircle && Tip is { Latitude: { } latitude, Longitude: { } longitude })
            await CountAsync(new GeoPoint(latitude, longitude));
        else
            await OnPreview.InvokeAsync(null);
    }

    private async Task CountAsync(GeoPoint centre)
    {
        if (!await TryAsync(async actor => _steps = await Reach.SightingAsync(actor, centre, Alert!.Id, Alert.Mode)))
        {
            _withCircle = false;
            return;
        }

        await OnPreview.InvokeAsync(new CircleLayer("preview", centre, _steps[0].RadiusMetres, CircleTone.Preview, CircleStyle.Dashed)
        {
            Label = L["PreviewLabel", Map.MapFormat.Distance(_steps[0].RadiusMetres, MapWords), _steps[0].Phones],
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
