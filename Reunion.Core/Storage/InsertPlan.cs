using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Reunion.Core.Storage;

/// <summary>
/// How rows of one entity are inserted: a statement, and where each of its values comes from. Tables, columns and conversions are
/// the model's, so a column that a migration adds is written like any other.
/// </summary>
/// <remarks>Thread-safe; what it is given is not.</remarks>
internal sealed class InsertPlan
{
    private readonly IColumnMapping[] _columns;
    private readonly string[] _parameters;
    private readonly string _statement;

    public InsertPlan(IEntityType entity, ISqlGenerationHelper sql)
    {
        var mapping = entity.GetTableMappings().Single();
        // What the database counts itself is left to it.
        _columns = [.. mapping.ColumnMappings.Where(c => c.Property.ValueGenerated == ValueGenerated.Never)];
        _parameters = [.. _columns.Select((_, i) => sql.GenerateParameterName($"p{i}"))];
        var names = _columns.Select(c => sql.DelimitIdentifier(c.Column.Name));
        _statement = $"INSERT INTO {sql.DelimitIdentifier(mapping.Table.Name, mapping.Table.Schema)} "
            + $"({string.Join(", ", names)}) VALUES ({string.Join(", ", _parameters)})";
    }

    /// <summary>Inserts rows, one after the other, in the transaction of their context.</summary>
    /// <exception cref="DbException">The database did not take one.</exception>
    public async Task RunAsync(DbContext db, IEnumerable<EntityEntry> rows, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = _statement;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var row in rows)
        {
            var values = row.CurrentValues;
            if (command.Parameters.Count == 0)
                for (var i = 0; i < _columns.Length; i++)
                    command.Parameters.Add(_columns[i].TypeMapping.CreateParameter(command, _parameters[i], values[_columns[i].Property], _columns[i].Property.IsNullable));
            else
                for (var i = 0; i < _columns.Length; i++)
                    command.Parameters[i].Value = Stored(_columns[i].TypeMapping, values[_columns[i].Property]);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static object Stored(RelationalTypeMapping mapping, object? value) =>
        (mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
}
