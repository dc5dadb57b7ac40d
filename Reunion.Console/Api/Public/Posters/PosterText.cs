using SkiaSharp;

namespace Reunion.Console.Api.Public.Posters;

/// <summary>Writes lines that are broken where they must be: between words, and between any two Chinese characters.</summary>
internal sealed class PosterText(SKCanvas canvas, SKTypeface typeface, float size, SKColor colour)
{
    private const float Leading = 1.3f;

    /// <summary>Writes a text below a height.</summary>
    /// <param name="text">What to write.</param>
    /// <param name="x">The left edge, or the middle when centred.</param>
    /// <param name="top">The upper edge of the first line.</param>
    /// <param name="width">How wide a line may be.</param>
    /// <param name="lines">The most lines; what is too long ends in an ellipsis.</param>
    /// <param name="align">Where the lines stand.</param>
    /// <returns>The lower edge of the last line.</returns>
    public float Write(string text, float x, float top, float width, int lines, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = new SKFont(typeface, size);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        var rest = text.ReplaceLineEndings(" ").Trim();
        for (var line = 1; rest.Length > 0 && line <= lines; line++, top += size * Leading)
        {
            var length = LineBreak.Fit(font, rest, width);
            var part = rest[..length].TrimEnd();
            if (line == lines && length < rest.Length)
                part = part[..Math.Max(0, part.Length - 1)] + "…";
            canvas.DrawLine(part, x, top + size, align, font, paint);
            rest = rest[length..].TrimStart();
        }

        return top;
    }
}
