using Microsoft.Extensions.Options;

namespace Reunion.Core.Storage;

/// <summary>Stops a start that names a PostgreSQL server without saying which.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
            return ValidateOptionsResult.Fail("Reunion:Storage:Provider must be Sqlite or Postgres.");
        return options.Provider == StorageProvider.Postgres && string.IsNullOrWhiteSpace(options.ConnectionString)
            ? ValidateOptionsResult.Fail("Reunion:Storage:Provider is Postgres, so ConnectionStrings:Reunion must name the server.")
            : ValidateOptionsResult.Success;
    }
}
