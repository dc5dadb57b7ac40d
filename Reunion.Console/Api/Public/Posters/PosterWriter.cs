using Microsoft.Extensions.Localization;
using QRCoder;
using Reunion.Console.Resources;
using Reunion.Core.Alerts.Publishing;
using SkiaSharp;

namespace Reunion.Console.Api.Public.Posters;

/// <summary>Draws an A4 poster of a missing child as PDF: photo, name, facts, the number to call, and a QR code of the page.</summary>
/// <remarks>Thread-safe. Only the characters used are embedded.</remarks>
internal sealed class PosterWriter(PosterFonts fonts, IStringLocalizer<PublicText> text)
{
    // Points: 72 to the inch.
    private const float Width = 595.28f, Height = 841.89f, Margin = 36, Band = 92, Foot = 150, Code = 118;

    private static readonly SKColor Alarm = new(0xC4, 0x22, 0x1B);
    private static readonly SKColor Ink = new(0x13, 0x1A, 0x22);
    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(8);

    /// <summary>The poster in the language of the current culture, or null when no font here has Chinese.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="photo">The child's photo as JPEG.</param>
    public byte[]? Write(AlertObject alert, byte[] photo)
    {
        if (fonts.Find() is not var (regular, bold))
            return null;
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, new SKDocumentPdfMetadata { Title = text["PosterTitle"] + " · " + alert.Child.Name, Creation = null, RasterDpi = 200, EncodingQuality = 88 }))
        {
            Draw(document.BeginPage(Width, Height), alert, photo, regular, bold);
            document.EndPage();
            document.Close();
        }

        return file.ToArray();
    }

    private void Draw(SKCanvas canvas, AlertObject alert, byte[] photo, SKTypeface regular, SKTypeface bold)
    {
        PosterText Type(SKTypeface face, float size, SKColor colour) => new(canvas, face, size, colour);
        using var alarm = new SKPaint { Color = Alarm };
        canvas.DrawRect(0, 0, Width, Band, alarm);
        Type(bold, 46, SKColors.White).Write(text["PosterTitle"], Width / 2, 16, Width, 1, SKTextAlign.Center);
        var top = DrawPhoto(canvas, photo, Band + 14, 330) + 8;

        var child = alert.Child;
        top = Type(bold, 40, Ink).Write(child.Name, Width / 2, top, Width - 2 * Margin, 1, SKTextAlign.Center);
        top = Type(regular, 18, Ink).Write(
            string.Join(" · ", new[] { text[child.Sex.ToString()].Value, text["AgeYears", child.AgeYears], child.HeightCm is { } cm ? text["HeightCm", cm].Value : "" }.Where(w => w.Length > 0)),
            Width / 2, top, Width - 2 * Margin, 1, SKTextAlign.Center) + 6;
        foreach (var (name, words, lines) in new[]
                 {
                     (text["LastSeenAt"].Value, text["LastSeenLine", text["LastSeenTime", alert.LastSeen.At.ToOffset(LocalOffset)].Value, alert.LastSeen.Place].Value, 2),
                     (text["Clothing"].Value, child.Clothing, 2), (text["Features"].Value, child.Features, 3),
                 })
            if (words is { Length: > 0 } && top < Height - Foot - 24)
            {
                Type(bold, 15, Alarm).Write(name, Margin, top, 90, 1);
                top = Type(regular, 15, Ink).Write(words, Margin + 96, top, Width - 2 * Margin - 96, lines) + 4;
            }

        DrawFoot(canvas, alert, regular, bold, alarm);
    }

    private void DrawFoot(SKCanvas canvas, AlertObject alert, SKTypeface regular, SKTypeface bold, SKPaint alarm)
    {
        canvas.DrawRect(0, Height - Foot, Width, Foot, alarm);
        var wide = Width - 3 * Margin - Code;
        var top = new PosterText(canvas, regular, 17, SKColors.White).Write(text["PosterCall"], Margin, Height - Foot + 12, wide, 1);
        top = new PosterText(canvas, bold, Math.Min(44, 600f / alert.Contact.Phone.Length), SKColors.White).Write(alert.Contact.Phone, Margin, top, wide, 1);
        top = new PosterText(canvas, regular, 14, SKColors.White).Write(alert.Contact.Unit, Margin, top + 2, wide, 1);
        new PosterText(canvas, regular, 11, SKColors.White).Write(text["PosterPage", alert.PublicUrl], Margin, top + 2, wide, 2);
        DrawCode(canvas, alert.PublicUrl, Width - Margin - Code, Height - Foot + (Foot - Code) / 2);
    }

    private static float DrawPhoto(SKCanvas canvas, byte[] photo, float top, float height)
    {
        // The file as it is: the PDF takes the JPEG over without encoding it anew.
        using var image = SKImage.FromEncodedData(photo);
        var scale = Math.Min((Width - 2 * Margin) / image.Width, height / image.Height);
        var (w, h) = (image.Width * scale, image.Height * scale);
        canvas.DrawImage(image, SKRect.Create((Width - w) / 2, top, w, h), new SKSamplingOptions(SKFilterMode.Linear));
        return top + h;
    }

    private static void DrawCode(SKCanvas canvas, string url, float left, float top)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(url, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var module = Code / rows.Count;
        using var white = new SKPaint { Color = SKColors.White };
        using var black = new SKPaint { Color = SKColors.Black };
        canvas.DrawRect(left, top, Code, Code, white);
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
                if (rows[y][x])
                    canvas.DrawRect(left + x * module, top + y * module, module, module, black);
    }
}
