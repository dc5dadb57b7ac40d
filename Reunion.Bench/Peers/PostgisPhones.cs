using System.Buffers.Binary;
using Npgsql;
using NpgsqlTypes;
using Reunion.Bench.Populations;
using Reunion.Core.Geography;

namespace Reunion.Bench.Peers;

/// <summary>A population in a table of PostGIS, indexed.</summary>
internal sealed class PostgisPhones(PostgisServer server)
{
    private const int PointWithDatum = 0x20000001;
    private const int Wgs84 = 4326;

    public void Load(PopulationKind kind, long phones)
    {
        Execute("CREATE EXTENSION IF NOT EXISTS postgis");
        Execute("DROP TABLE IF EXISTS phones");
        Execute("CREATE UNLOGGED TABLE phones (id bigint NOT NULL, place geography(Point, 4326) NOT NULL)");
        using (var connection = server.Source.OpenConnection())
        using (var writer = connection.BeginBinaryImport("COPY phones (id, place) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (first, points) in PhonePoints.Of(kind, phones))
            {
                for (var i = 0; i < points.Length; i++)
                {
                    writer.StartRow();
                    writer.Write(first + i, NpgsqlDbType.Bigint);
                    writer.Write(Binary(points[i]), NpgsqlDbType.Bytea);
                }
            }
            writer.Complete();
        }
        Report.Progress("PostGIS: GiST");
        Execute("CREATE INDEX ON phones USING gist (place)");
        Execute("VACUUM ANALYZE phones");
    }

    /// <summary>The ids around a point: how many, and their sum.</summary>
    public (long Count, long Sum) Search(GeoPoint centre, double metres)
    {
        using var command = server.Source.CreateCommand(
            "SELECT id FROM phones WHERE ST_DWithin(place, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography, $3)");
        foreach (var value in new[] { centre.Longitude, centre.Latitude, metres })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        using var reader = command.ExecuteReader();
        var (count, sum) = (0L, 0L);
        for (; reader.Read(); count++)
            sum += reader.GetInt64(0);
        return (count, sum);
    }

    private static byte[] Binary(GeoPoint point)
    {
        var bytes = new byte[25];
        bytes[0] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), PointWithDatum);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(5), Wgs84);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(9), point.Longitude);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(17), point.Latitude);
        return bytes;
    }

    private void Execute(string sql)
    {
        using var command = server.Source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
