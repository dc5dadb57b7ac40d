using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Reunion.Core.Storage.Conversion;

/// <summary>Stores an instant as UTC ticks: SQLite can neither order nor compare its own <see cref="DateTimeOffset"/> text.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
