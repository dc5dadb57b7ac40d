using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reunion.Core.Audit;

namespace Reunion.Console.Components.Pages.Admin;

/// <summary>Who did what, newest first, a page at a time.</summary>
public sealed partial class AuditPage
{
    private const int PageSize = 100;

    private readonly Stack<long?> _starts = [];
    private IReadOnlyList<AuditEntry> _entries = [];
    private long? _before;
    private bool _hasOlder;
    private bool _isRead;

    [Inject]
    private ReadAudit Read { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        await TryAsync(async actor =>
        {
            // One more than is shown says whether there are older ones.
            var page = await Read.PageAsync(actor, _before, PageSize + 1);
            _hasOlder = page.Count > PageSize;
            _entries = [.. page.Take(PageSize)];
        });
        _isRead = true;
    }

    private Task OlderAsync()
    {
        _starts.Push(_before);
        _before = _entries[^1].Sequence;
        return LoadAsync();
    }

    private Task NewerAsync()
    {
        _before = _starts.Pop();
        return LoadAsync();
    }

    // The detail is a number or a code: where there are words for it, they stand in the sentence.
    private string Sentence(AuditEntry entry)
    {
        var detail = entry.Action == AuditAction.RingSent && double.TryParse(entry.Detail, CultureInfo.InvariantCulture, out var metres)
            ? (metres / 1000).ToString("N0", CultureInfo.CurrentCulture)
            : L["Detail_" + entry.Detail] is { ResourceNotFound: false } known ? known.Value : entry.Detail;
        return L["Act" + entry.Action, detail];
    }
}
