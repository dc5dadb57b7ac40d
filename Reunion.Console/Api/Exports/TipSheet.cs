using System.Text;
using Reunion.Console.Api.Public.Posters;
using SkiaSharp;

namespace Reunion.Console.Api.Exports;

/// <summary>Pages of A4 that are filled from top to bottom; what does not fit goes on on the next one.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class TipSheet(SKDocument document, SKTypeface regular, SKTypeface bold, Func<int, (string Left, string Right)> foot)
{
    // Points: 72 to the inch.
    private const float Width = 595.28f, Height = 841.89f, Margin = 42, Foot = 48, Label = 108, Gap = 10, PhotoHeight = 210, Leading = 1.4f;

    private static readonly SKColor Ink = new(0x13, 0x1A, 0x22);
    private static readonly SKColor Grey = new(0x56, 0x60, 0x6B);
    private static readonly SKColor Alarm = new(0xB3, 0x5C, 0x00);

    private SKCanvas? _canvas;
    private float _top;

    /// <summary>How many pages were begun.</summary>
    public int Pages { get; private set; }

    private static float Inner => Width - 2 * Margin;

    /// <summary>The title and what stands under it.</summary>
    public void Title(string title, string? warning, IEnumerable<string> lines)
    {
        Room(80);
        if (warning is not null)
            Write(warning, bold, 14, Alarm, Margin, Inner);
        Write(title, bold, 20, Ink, Margin, Inner);
        foreach (var line in lines)
            Write(line, regular, 10, Grey, Margin, Inner);
        _top += Gap;
    }

    /// <summary>The line over a tip; it is never the last of its page.</summary>
    public void Heading(string left, string right)
    {
        _top += Gap;
        Room(70);
        using var line = new SKPaint { Color = Grey, StrokeWidth = 0.6f };
        _canvas!.DrawLine(Margin, _top, Width - Margin, _top, line);
        _top += 6;
        var start = _top;
        Write(right, bold, 12, Grey, Margin + Inner / 2, Inner / 2, SKTextAlign.Right);
        _top = start;
        Write(left, bold, 12, Ink, Margin, Inner / 2);
        _top += 2;
    }

    /// <summary>A name and what it is; nothing when that is empty.</summary>
    public void Fact(string name, string words)
    {
        if (words.Length == 0)
            return;
        Room(9 * Leading);
        var (start, page) = (_top, Pages);
        Write(name, regular, 9, Grey, Margin, Label - 8);
        var below = _top;
        _top = start;
        Write(words, regular, 9, Ink, Margin + Label, Inner - Label);
        _top = page == Pages ? Math.Max(_top, below) : _top;
    }

    /// <summary>Words across the page, with their line breaks.</summary>
    public void Words(string words)
    {
        _top += 4;
        Write(words, regular, 11, Ink, Margin, Inner);
        _top += 4;
    }

    /// <summary>Two photos side by side, the files as they are: a PDF takes a JPEG over without encoding it anew.</summary>
    /// <param name="photos">One or two; null for one that is gone.</param>
    /// <param name="gone">What stands in its place.</param>
    public void Photos(IReadOnlyList<byte[]?> photos, string gone)
    {
        var wide = (Inner - Gap) / 2;
        var images = photos.Select(jpeg => jpeg is null ? null : SKImage.FromEncodedData(jpeg)).ToList();
        var scales = images.Select(i => i is null ? 0 : Math.Min(wide / i.Width, PhotoHeight / i.Height)).ToList();
        var tall = Math.Max(9 * Leading, images.Zip(scales, (i, scale) => i is null ? 0 : i.Height * scale).Max());
        Room(tall + 6);
        var start = _top;
        for (var n = 0; n < images.Count; n++)
        {
            var left = Margin + n * (wide + Gap);
            _top = start;
            if (images[n] is not { } image)
                Write(gone, regular, 9, Grey, left, wide);
            else
                _canvas!.DrawImage(image, SKRect.Create(left, start, image.Width * scales[n], image.Height * scales[n]), new SKSamplingOptions(SKFilterMode.Linear));
            images[n]?.Dispose();
        }

        _top = start + tall + 6;
    }

    /// <summary>Ends the last page.</summary>
    public void End()
    {
        if (_canvas is null)
            return;
        var (left, right) = foot(Pages);
        _top = Height - Foot + 12;
        Write(left, regular, 8, Grey, Margin, Inner - 70, lines: 1);
        _top = Height - Foot + 12;
        Write(right, regular, 8, Grey, Width - Margin - 70, 70, SKTextAlign.Right, 1);
        document.EndPage();
        _canvas = null;
    }

    /// <summary>Begins a page where so much no longer fits this one.</summary>
    private void Room(float points)
    {
        if (_canvas is not null && _top + points <= Height - Foot)
            return;
        End();
        _canvas = document.BeginPage(Width, Height);
        Pages++;
        _top = Margin;
    }

    private void Write(string words, SKTypeface face, float size, SKColor colour, float left, float width, SKTextAlign align = SKTextAlign.Left, int lines = int.MaxValue)
    {
        using var font = new SKFont(face, size);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        var (x, flows) = (align == SKTextAlign.Right ? left + width : left, lines == int.MaxValue);
        foreach (var paragraph in Legible(words, font).Split('\n'))
            for (var rest = paragraph.TrimEnd(); rest.Length > 0 && lines > 0; lines--)
            {
                var length = LineBreak.Fit(font, rest, width);
                if (flows)
                    Room(size * Leading);
                _canvas!.DrawLine(rest[..length].TrimEnd(), x, _top + size, align, font, paint);
                rest = rest[length..].TrimStart();
                _top += size * Leading;
            }
    }

    // What this font has no sign for is named by its number: a box could have been anything.
    private static string Legible(string words, SKFont font)
    {
        var legible = new StringBuilder(words.Length);
        foreach (var rune in words.ReplaceLineEndings("\n").Replace('\t', ' ').EnumerateRunes())
        {
            if (rune.Value == '\n' || font.GetGlyph(rune.Value) != 0)
                legible.Append(rune);
            else if (rune.Value is not (0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F)) && !Rune.IsControl(rune))
                legible.Append(System.Globalization.CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
        }

        return legible.ToString();
    }
}
