using FluentValidation;
using Reunion.Core.Geography;

namespace Reunion.Core.Partners;

/// <summary>What must be true of a partner. Codes are stable; screens translate them.</summary>
public sealed class PartnerFormValidator : AbstractValidator<PartnerForm>
{
    /// <summary>Builds the rules.</summary>
    public PartnerFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithErrorCode("required");
        RuleFor(f => f.Name).MaximumLength(100).WithErrorCode("too_long");
        RuleFor(f => f.Endpoint).NotEmpty().WithErrorCode("required");
        RuleFor(f => f.Endpoint).Must((f, url) => IsEndpoint(url, f.IsInternal)).WithErrorCode("endpoint_malformed");
        RuleFor(f => f.ExerciseEndpoint).Must((f, url) => string.IsNullOrEmpty(url) || IsEndpoint(url, f.IsInternal))
            .WithErrorCode("endpoint_malformed");
        RuleFor(f => f.ExerciseEndpoint).Must((f, url) => string.IsNullOrEmpty(url) || url.Trim() != f.Endpoint.Trim())
            .WithErrorCode("exercise_endpoint_same");
        RuleFor(f => f.Targeting).Must(t => t is Targeting.Devices or Targeting.Area or Targeting.Both).WithErrorCode("required");
        RuleFor(f => f.Datum).IsInEnum().WithErrorCode("required");
        RuleFor(f => f.RecipientFormat).IsInEnum().WithErrorCode("required");
        RuleFor(f => f.Regions).Must(r => r.Count <= ServiceRegion.Most).WithErrorCode("too_many_regions");
        RuleFor(f => f.Regions).Must(r => r.All(IsRegion)).WithErrorCode("region_malformed");
        RuleFor(f => f.RequestsPerSecond).InclusiveBetween(1, 10_000).WithErrorCode("rate_out_of_range");
    }

    private static bool IsRegion(ServiceRegion region) =>
        region.Name.Trim() is { Length: >= 1 and <= 100 }
        && GeoPoint.IsLatitude(region.Latitude) && GeoPoint.IsLongitude(region.Longitude)
        && region.RadiusMetres is >= ServiceRegion.MinRadiusMetres and <= ServiceRegion.MaxRadiusMetres;

    // Plain http only inside the own network: a child's data never crosses the internet in the clear.
    private static bool IsEndpoint(string url, bool isInternal) =>
        url.Length <= 500
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (isInternal && uri.Scheme == Uri.UriSchemeHttp))
        && uri.UserInfo.Length == 0;
}
