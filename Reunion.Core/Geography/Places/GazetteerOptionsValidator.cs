using Microsoft.Extensions.Options;

namespace Reunion.Core.Geography.Places;

/// <summary>Stops a start without the file of places, rather than the first search.</summary>
internal sealed class GazetteerOptionsValidator : IValidateOptions<GazetteerOptions>
{
    public ValidateOptionsResult Validate(string? name, GazetteerOptions options) => File.Exists(options.File)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"Reunion:Gazetteer:File names {options.File}, which is not there. Building Reunion.Console makes it; check the path.");
}
