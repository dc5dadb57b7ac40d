using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Reunion.Core.Alerts;
using Reunion.Core.Common.People;
using Reunion.Core.Common.Problems;
using Reunion.Core.Live;
using Reunion.Core.Tips;

namespace Reunion.Console.Components.Layout;

/// <summary>
/// Tells the officers who run a case, wherever they are in the console, that a tip of it was verified: on the page until they
/// hide it, by a sound, and on the desktop where they switched that on.
/// </summary>
public sealed partial class OwnerNotice
{
    private const int MostShown = 4;

    private List<OwnTip> _tips = [];
    private bool _reviews;
    private IDisposable? _live;
    private IJSObjectReference? _module;

    [Inject]
    private ReadOwnTip Read { get; set; } = null!;

    [Inject]
    private LiveFeed Live { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        _live?.Dispose();
        if (_module is not null)
            await TryInBrowserAsync(() => _module.DisposeAsync());
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _live = Live.Subscribe("owner notice", TimeSpan.Zero, OnLiveAsync);
    }

    private async Task OnLiveAsync(IReadOnlyList<LiveEvent> events)
    {
        foreach (var verified in events.OfType<TipVerified>())
            await InvokeAsync(() => TellAsync(verified));
    }

    private async Task TellAsync(TipVerified verified)
    {
        OwnTip? tip;
        try
        {
            var actor = await Current.GetAsync();
            _reviews = actor.May(Permission.ReviewTips);
            tip = actor.UnitCode == verified.UnitCode ? await Read.FindAsync(actor, verified.Tip) : null;
        }
        catch (ProblemException)
        {
            // Signed out meanwhile: what was told stays with whoever was there.
            return;
        }

        if (tip is null)
            return;
        _tips = [tip, .. _tips.Where(t => t.Id != tip.Id).Take(MostShown - 1)];
        StateHasChanged();
        // Neither the child's photo nor the tip's words: a desktop may be seen by others.
        await TryInBrowserAsync(async () =>
        {
            _module ??= await Script.InvokeAsync<IJSObjectReference>("import", "./" + Assets["assets/console.js"]);
            await _module.InvokeVoidAsync("tellOwner", new { id = tip.Id.ToString(), title = Title(tip), body = Seen(tip), url = LinkOf(tip) });
        });
    }

    private void Drop(OwnTip tip) => _tips.Remove(tip);

    private string Title(OwnTip tip) => (tip.Mode == AlertMode.Actual ? "" : L["DrillWord"] + " · ") + L["OwnTip", tip.ChildName];

    private string Seen(OwnTip tip) => string.Join(" · ", new[]
    {
        Words["Kind" + tip.Kind].Value, tip.Place, tip.OpenedCircle ? L["OwnTipCircle"].Value : "",
    }.Where(w => w.Length > 0));

    // Who reviews tips reads it there; who does not finds it on the case, with its circle.
    private string LinkOf(OwnTip tip) => _reviews ? $"tips?alert={tip.AlertId}&tip={tip.Id}" : $"cases/{tip.CaseId}";

    private static async Task TryInBrowserAsync(Func<ValueTask> call)
    {
        try
        {
            await call();
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser is away; the notice stands on the page when it comes back.
        }
    }
}
