using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;
using Reunion.Console.Components.Controls;
using Reunion.Console.Components.Map;
using Reunion.Console.Resources;
using Reunion.Core.Cases;
using Reunion.Core.Common;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Geography;
using Reunion.Core.Geography.Places;
using Reunion.Core.Photos;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>Files a case: the form on the left, the map on the right. What is entered is kept as it is typed.</summary>
public sealed partial class NewCasePage
{
    private const double ChildZoom = 10;
    private static readonly TimeSpan KeepAfter = TimeSpan.FromMilliseconds(600);

    private CaseForm? _form;
    private ElementReference _element;
    private LeafletMap? _map;
    private BrowserDraft _draft = null!;
    private MapBounds _view = MapBounds.China;
    private ITimer? _keepSoon;
    private DateTimeOffset? _keptAtUtc;
    private string _proposedPlace = "";
    private bool _keepFailed;
    private bool _keeping;
    private bool _checksOnLeave;
    private bool _watched;
    private bool _over;

    [Inject]
    private KeepUnfinishedCase Keep { get; set; } = null!;

    [Inject]
    private FileCase Filing { get; set; } = null!;

    [Inject]
    private ReadCases Read { get; set; } = null!;

    [Inject]
    private CaseFileValidator Validator { get; set; } = null!;

    [Inject]
    private PlaceWords Words { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IStringLocalizer<ProblemText> ProblemWords { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private IReadOnlyList<MapLayer> Preview => _form?.File is { LastSeenAtUtc: { } seen } file && file.Point() is { } point
        ? [new CircleLayer("opens", point, CaseForm.OpensWith(_form.Late(Clock.GetUtcNow()) ?? TimeSpan.Zero), CircleTone.Preview)
            { Label = L.KilometresWord(CaseForm.OpensWith((file.ReportedAtUtc ?? Clock.GetUtcNow()) - seen)) }]
        : [];

    public async ValueTask DisposeAsync()
    {
        _keepSoon?.Dispose();
        if (_form is { IsDirty: true } && !_over)
            await KeepAsync();
        await _draft.DisposeAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        _draft = new BrowserDraft(Script, Assets["assets/console.js"]);
        _keepSoon = Clock.CreateTimer(_ => _ = InvokeAsync(KeepNowAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await TryAsync(OpenAsync);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_form is null || _watched)
            return;
        _watched = true;
        await _draft.WatchAsync(_element, _form.Id.ToString());
        if (_form.File.Point() is { } point && _map is not null)
            await _map.FlyToAsync(point, ChildZoom);
    }

    private async Task OpenAsync(Actor actor)
    {
        var kept = await Keep.FindAsync(actor);
        var id = kept?.CaseId ?? await UnsentIdAsync(actor) ?? TypedId.New<CaseId>(Clock);
        var form = new CaseForm(id, kept?.File ?? new CaseFile { ContactUnit = actor.UnitName });
        form.ShowTimes(Clock.GetUtcNow());
        if (kept is { PhotoJpeg: { } jpeg })
            form.ShowPhoto(new CleanPhoto(jpeg, kept.PhotoWidth, kept.PhotoHeight), kept.KeptAtUtc.Ticks);
        form.Touched += () => _keepSoon?.Change(KeepAfter, Timeout.InfiniteTimeSpan);
        form.Left += () => _ = InvokeAsync(LeaveAsync);
        _keptAtUtc = kept?.KeptAtUtc;
        _form = form;
        await _draft.RememberAsync(id.ToString());
    }

    // Typed in this tab, cut off before anything could be kept here: the browser still has it under the id it was given.
    private async Task<CaseId?> UnsentIdAsync(Actor actor)
    {
        if (!TypedId.TryParse<CaseId>(await _draft.RememberedAsync(), out var id))
            return null;
        try
        {
            await Read.GetAsync(actor, id);
            return null;
        }
        catch (ProblemException)
        {
            return id;
        }
    }

    private async Task LeaveAsync()
    {
        if (_checksOnLeave)
            Check();
        await KeepNowAsync();
    }

    private Task TakePhotoAsync()
    {
        if (_checksOnLeave)
            Check();
        return KeepNowAsync();
    }

    private async Task KeepNowAsync()
    {
        if (_form is null || _over || _keeping)
            return;
        if (_form.IsDirty)
            await KeepAsync();
        StateHasChanged();
    }

    private async Task KeepAsync()
    {
        _keeping = true;
        _form!.IsDirty = false;
        try
        {
            await Keep.KeepAsync(await Current.GetAsync(), _form.Id, _form.File, _form.Photo);
            (_keptAtUtc, _keepFailed) = (Clock.GetUtcNow(), false);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The form stays as it is, in the browser too; the next change or the next try keeps it.
            (_form.IsDirty, _keepFailed) = (true, true);
            _keepSoon?.Change(KeepAfter * 10, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            _keeping = false;
        }
        if (_form.IsDirty && !_keepFailed)
            _keepSoon?.Change(KeepAfter, Timeout.InfiniteTimeSpan);
    }

    private void TakePoint(GeoPoint point)
    {
        var file = _form!.File;
        if (file.Place.Length == 0 || file.Place == _proposedPlace)
            file.Place = _proposedPlace = Words.Describe(point);
        _form.SetPoint(point);
        if (_checksOnLeave)
            Check();
    }

    private async Task ShowPlaceAsync(Place place)
    {
        _proposedPlace = _form!.File.Place;
        if (_map is not null)
            await _map.FlyToAsync(place.Point, ChildZoom);
    }

    private void Check()
    {
        var problems = Validator.Validate(_form!.File).Errors.DistinctBy(e => e.PropertyName)
            .Select(e => new FieldProblem(e.PropertyName, e.ErrorCode)).ToList();
        if (_form.Photo is null)
            problems.Add(new FieldProblem("Photo", "required"));
        _form.Errors = problems.Count == 0 ? FieldErrors.None : FieldErrors.Of(new ProblemException(problems), ProblemWords);
    }

    private async Task FileAsync()
    {
        if (_form is null)
            return;
        _checksOnLeave = true;
        Check();
        if (!_form.Errors.Any && await TryAsync(actor => Filing.ExecuteAsync(actor, _form.Id, _form.File, _form.Photo)))
        {
            await EndAsync();
            Snackbar.Add(L["FiledToast"], Severity.Normal);
            Navigation.NavigateTo($"cases/{_form.Id}");
            return;
        }

        if (Errors.Any)
            _form.Errors = Errors;
        if (CaseForm.Order.FirstOrDefault(f => _form.Errors[f] is not null) is { } first && _form.Focus.TryGetValue(first, out var focus))
            await focus();
    }

    private async Task DiscardAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(L["DiscardTitle"], L["DiscardText"], yesText: L["Discard"], cancelText: L["GoOn"]);
        if (sure is not true || !await TryAsync(actor => Keep.DiscardAsync(actor)))
            return;
        await EndAsync();
        Navigation.NavigateTo("cases");
    }

    private async Task EndAsync()
    {
        _over = true;
        await _draft.ForgetAsync();
    }
}
