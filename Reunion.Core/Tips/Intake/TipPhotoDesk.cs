using Reunion.Core.Common;
using Reunion.Core.Common.Problems;
using Reunion.Core.Photos;
using Reunion.Core.Photos.Hints;

namespace Reunion.Core.Tips.Intake;

/// <summary>
/// Takes the photos of a tip one by one: makes a clean one, reads the camera's hints, encrypts the original. One that cannot be
/// taken is named and keeps none of the others back.
/// </summary>
/// <param name="vault">Encrypts the originals.</param>
/// <param name="clock">Says what lies in the future.</param>
/// <remarks>Thread-safe. Decodes as many photos at a time as there are processors, at least two: each may take 200 MB for a moment.</remarks>
public sealed class TipPhotoDesk(TipOriginalVault vault, TimeProvider clock) : IDisposable
{
    private const int LongestName = 100;

    // Who sends more gets to know of the first ones; nobody reads a list of thousands.
    private const int MostRefused = 20;

    private readonly SemaphoreSlim _decoders = new(Math.Max(2, Environment.ProcessorCount));

    /// <inheritdoc/>
    public void Dispose() => _decoders.Dispose();

    /// <summary>Takes what can be taken.</summary>
    /// <param name="uploads">The photos in the order in which they were sent.</param>
    /// <param name="tip">The tip they belong to.</param>
    /// <param name="cancel">Stops between two photos.</param>
    internal async Task<TakenPhotos> TakeAsync(IReadOnlyList<PhotoUpload> uploads, TipId tip, CancellationToken cancel)
    {
        List<TipPhoto> taken = [];
        List<RefusedPhoto> refused = [];
        foreach (var (index, upload) in uploads.Index())
        {
            try
            {
                if ((taken.Count == TipFormValidator.MaxPhotos ? "too_many_photos" : upload.Problem) is { } problem)
                    Refuse(problem);
                else
                    taken.Add(await TakeAsync(upload.Bytes, tip, cancel));
            }
            catch (ProblemException e)
            {
                Refuse(e.Code);
            }

            void Refuse(string code)
            {
                if (refused.Count < MostRefused)
                    refused.Add(new RefusedPhoto(index, Name(upload.Name), code));
            }
        }

        return new TakenPhotos(taken, refused.Count == 0 ? null : refused);
    }

    private async Task<TipPhoto> TakeAsync(byte[] file, TipId tip, CancellationToken cancel)
    {
        await _decoders.WaitAsync(cancel);
        try
        {
            var clean = PhotoCleaner.Clean(file);
            var hints = PhotoHintReader.Read(file, clock.GetUtcNow());
            var id = TypedId.New<PhotoId>(clock);
            return new TipPhoto
            {
                Id = id,
                TipId = tip,
                Jpeg = clean.Jpeg,
                Width = clean.Width,
                Height = clean.Height,
                HintLatitude = hints.Latitude,
                HintLongitude = hints.Longitude,
                HintTakenAtUtc = hints.TakenAtUtc,
                Original = vault.Protect(id, file),
            };
        }
        finally
        {
            _decoders.Release();
        }
    }

    // Some browsers send a path. What is left is a stranger's text like any other.
    private static string Name(string name)
    {
        var own = TipText.Clean(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]).ReplaceLineEndings(" ");
        return own.Length <= LongestName ? own : TipText.Clean(own[..LongestName]);
    }
}
