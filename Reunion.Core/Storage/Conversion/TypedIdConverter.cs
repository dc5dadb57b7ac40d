using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Reunion.Core.Common;

namespace Reunion.Core.Storage.Conversion;

/// <summary>Stores a typed id as its text form, so that a row can be read without the program.</summary>
internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, string>(id => TypedId.Format(id), text => Read(text))
    where TId : struct, ITypedId<TId>
{
    private static TId Read(string text) =>
        TypedId.TryParse<TId>(text, out var id) ? id : throw new FormatException($"'{text}' in the database is no {typeof(TId).Name}.");
}
