using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using Reunion.Console.Resources;
using Reunion.Core.Common.Problems;
using Reunion.Core.Photos;

namespace Reunion.Console.Components.Pages.Cases.Filing;

/// <summary>Takes the photo, chosen or dropped, and shows it as it will be published.</summary>
public sealed partial class PhotoSection
{
    private const string Field = "Photo";
    private const int ChunkBytes = 64 * 1024;

    // Decoding takes much memory for a moment.
    private static readonly SemaphoreSlim Decoding = new(2);

    private InputFile? _input;
    private int? _progress;
    private string? _refused;

    [Inject]
    private IStringLocalizer<ProblemText> Problems { get; set; } = null!;

    /// <summary>Called when the photo is there, before it is shown.</summary>
    [Parameter]
    public EventCallback OnTaken { get; set; }

    private string? Error => _refused ?? Form.Errors[Field];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Form.Focus[Field] = () => _input?.Element is { } element ? element.FocusAsync() : ValueTask.CompletedTask;
    }

    private async Task ReadAsync(InputFileChangeEventArgs e)
    {
        _refused = null;
        _progress = 0;
        try
        {
            var photo = await CleanAsync(await BytesAsync(e.File));
            Form.SetPhoto(photo);
            await OnTaken.InvokeAsync();
        }
        catch (ProblemException problem)
        {
            _refused = Problems[problem.Code];
        }
        catch (Exception broken) when (broken is IOException or JSException or OperationCanceledException)
        {
            _refused = Problems["photo_interrupted"];
        }
        finally
        {
            _progress = null;
        }
    }

    private async Task<byte[]> BytesAsync(IBrowserFile file)
    {
        if (file.Size > PhotoCleaner.MaxBytes)
            throw new ProblemException(ProblemKind.TooLarge, "photo_too_large", "A photo may have 15 MB at most.");

        await using var stream = file.OpenReadStream(PhotoCleaner.MaxBytes);
        var bytes = new byte[file.Size];
        for (var read = 0; read < bytes.Length;)
        {
            var count = await stream.ReadAsync(bytes.AsMemory(read, Math.Min(ChunkBytes, bytes.Length - read)));
            if (count == 0)
                throw new EndOfStreamException();
            read += count;
            ShowProgress((int)(99L * read / bytes.Length));
        }
        return bytes;
    }

    private async Task<CleanPhoto> CleanAsync(byte[] original)
    {
        ShowProgress(100);
        await Decoding.WaitAsync();
        try
        {
            return await Task.Run(() => PhotoCleaner.Clean(original));
        }
        finally
        {
            Decoding.Release();
        }
    }

    private void ShowProgress(int percent)
    {
        if (_progress == percent)
            return;
        _progress = percent;
        StateHasChanged();
    }
}
