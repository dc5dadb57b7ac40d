using System.Text;
using SkiaSharp;

namespace Reunion.Console.Api.Public.Posters;

/// <summary>Draws a line so that it can be copied and searched for in the words it was written in.</summary>
internal static class LineDrawing
{
    /// <summary>Draws a line of text.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="text">One line.</param>
    /// <param name="x">The left edge, the middle or the right edge, by alignment.</param>
    /// <param name="y">The base line.</param>
    /// <param name="align">What <paramref name="x"/> is.</param>
    /// <param name="font">The font.</param>
    /// <param name="paint">The colour.</param>
    public static void DrawLine(this SKCanvas canvas, string text, float x, float y, SKTextAlign align, SKFont font, SKPaint paint)
    {
        var glyphs = font.GetGlyphs(text);
        if (glyphs.Length == 0)
            return;
        // With the words beside the signs the PDF names each character itself. Without, it guesses from the sign, and takes
        // the radical for the character wherever a font draws both alike.
        var words = Encoding.UTF8.GetBytes(text);
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocateTextRun(font, glyphs.Length, 0, 0, words.Length);
        run.SetGlyphs(glyphs);
        run.SetText(words);
        run.SetClusters(Starts(text, glyphs.Length));
        using var blob = builder.Build();
        var width = align == SKTextAlign.Left ? 0 : font.MeasureText(glyphs);
        canvas.DrawText(blob, align switch { SKTextAlign.Right => x - width, SKTextAlign.Center => x - width / 2, _ => x }, y, paint);
    }

    // Where each character begins in the words, in bytes.
    private static uint[] Starts(string text, int count)
    {
        var starts = new uint[count];
        var (at, i) = (0u, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (i == count)
                break;
            starts[i++] = at;
            at += (uint)rune.Utf8SequenceLength;
        }

        return starts;
    }
}
