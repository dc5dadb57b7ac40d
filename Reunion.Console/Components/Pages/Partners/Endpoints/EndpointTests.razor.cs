using System.Text;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Alerts;
using Reunion.Core.Dispatch.Conformance;
using Reunion.Core.Dispatch.Webhooks;
using Reunion.Core.Partners;

namespace Reunion.Console.Components.Pages.Partners.Endpoints;

/// <summary>Tries a partner's endpoints while a person watches: a ping, and the scripted session with its report.</summary>
public sealed partial class EndpointTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Exchange? _ping;
    private bool _isPinging;
    private IReadOnlyList<ConformanceStep> _script = [];
    private List<StepResult> _results = [];
    private ConformanceReport? _report;
    private bool _isRunning;

    [Parameter, EditorRequired]
    public Partner Partner { get; set; } = null!;

    [Inject]
    private PingPartner Pings { get; set; } = null!;

    [Inject]
    private RunConformance Session { get; set; } = null!;

    private bool HasExercises => !string.IsNullOrEmpty(Partner.ExerciseEndpoint);

    private string Summary => _report switch
    {
        null => L["ConformanceProgress", _results.Count, _script.Count],
        { IsPassed: true } report => L["ConformancePassed", report.Script.Count],
        var report => L["ConformanceFailed", report.Passed, report.Script.Count],
    };

    // The link carries the report itself: it needs no address, and nothing is kept for a download that may never come.
    private string ReportLink =>
        "data:text/markdown;charset=utf-8;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(ReportText.Write(_report!, L)));

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task PingAsync(AlertMode mode)
    {
        (_ping, _isPinging) = (null, true);
        try
        {
            await TryAsync(async actor => _ping = await Pings.ExecuteAsync(actor, Partner.Id, mode, _stop.Token));
        }
        finally
        {
            _isPinging = false;
        }
    }

    private async Task RunAsync()
    {
        (_script, _results, _report, _isRunning) = (ConformanceSteps.For(Partner.Targeting, Partner.RecipientFormat), [], null, true);
        try
        {
            var isRun = await TryAsync(async actor => _report = await Session.ExecuteAsync(actor, Partner.Id, ShowAsync, _stop.Token));
            if (isRun)
                _script = _report!.Script;
            else if (_results.Count == 0)
                _script = [];
        }
        finally
        {
            _isRunning = false;
        }
    }

    private Task ShowAsync(StepResult result) => InvokeAsync(() =>
    {
        _results.Add(result);
        StateHasChanged();
    });
}
