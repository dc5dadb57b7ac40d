using Reunion.Core.Common.Problems;

namespace Reunion.Console.Api.Public;

/// <summary>Reads what a browser's form holds.</summary>
internal static class PublicForm
{
    /// <exception cref="ProblemException"><c>malformed</c>: this is no form.</exception>
    /// <exception cref="BadHttpRequestException">Too large, or another type.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            throw new BadHttpRequestException("Send multipart/form-data.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await request.ReadFormAsync(cancel);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException and not BadHttpRequestException)
        {
            // Cut off on its way, or in a character set that nobody knows.
            throw new ProblemException(ProblemKind.Invalid, "malformed", "The form cannot be read.");
        }
    }
}
