using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Reunion.Core.Storage.Conversion;

/// <summary>Brings an instant to offset zero, the only one that PostgreSQL's <c>timestamptz</c> takes.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => instant.ToUniversalTime(), instant => instant);
