using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Reunion.Bench.Populations;

namespace Reunion.Bench.Peers;

/// <summary>A Redis of our own on a loopback port, which keeps nothing; gone when disposed.</summary>
internal sealed class RedisServer : IDisposable
{
    private const string Binary = "/usr/bin/redis-server";
    private const int MembersPerCommand = 1_000;
    private readonly OwnedDirectory _directory;
    private readonly Process _process = new();
    private readonly RedisConnection _connection;

    public RedisServer()
    {
        DebianPackages.Require(() => File.Exists(Binary) ? Binary : null, "redis-server");
        var port = LoopbackPort.Free();
        _directory = new OwnedDirectory("redis", End);
        _process.StartInfo = new ProcessStartInfo(Binary,
        [
            "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
            "--daemonize", "no", "--dir", _directory.Path,
        ])
        { RedirectStandardOutput = true };
        _process.Start();
        while (_process.StandardOutput.ReadLine() is { } line && !line.Contains("Ready to accept", StringComparison.Ordinal))
        {
        }
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        try
        {
            _connection = new RedisConnection(port);
        }
        catch (SocketException)
        {
            _directory.Dispose();
            throw;
        }
    }

    /// <summary>Bytes that Redis says it uses, and bytes of the process.</summary>
    public (long Used, long Resident) Memory
    {
        get
        {
            _connection.Send("INFO", "memory");
            var lines = _connection.ReadText().Split('\n');
            return (Value("used_memory:"), Value("used_memory_rss:"));

            long Value(string name) =>
                long.Parse(lines.First(line => line.StartsWith(name, StringComparison.Ordinal)).AsSpan(name.Length).Trim(), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Phones a second that pipelined GEOADD stores, many of them with each command; the commands are made before it counts.</summary>
    public double GeoAddPerSecond(long phones) => phones / Load(PopulationKind.Cities, phones, "rate").TotalSeconds;

    /// <summary>Stores a population under a key.</summary>
    /// <returns>The time that Redis took, making the commands not counted.</returns>
    public TimeSpan Load(PopulationKind kind, long phones, string key)
    {
        var time = TimeSpan.Zero;
        foreach (var (first, points) in PhonePoints.Of(kind, phones))
        {
            var commands = new StringBuilder();
            var count = 0;
            foreach (var part in points.Index().Chunk(MembersPerCommand))
            {
                commands.Append(CultureInfo.InvariantCulture, $"*{2 + 3 * part.Length}\r\n$6\r\nGEOADD\r\n${key.Length}\r\n{key}\r\n");
                foreach (var (i, point) in part)
                {
                    Append(commands, point.Longitude.ToString("0.######", CultureInfo.InvariantCulture));
                    Append(commands, point.Latitude.ToString("0.######", CultureInfo.InvariantCulture));
                    Append(commands, (first + i).ToString(CultureInfo.InvariantCulture));
                }
                count++;
            }
            var bytes = Encoding.ASCII.GetBytes(commands.ToString());
            var started = Stopwatch.GetTimestamp();
            _connection.Send(bytes);
            for (; count > 0; count--)
                _connection.ReadNumber();
            time += Stopwatch.GetElapsedTime(started);
        }
        return time;
    }

    /// <summary>The ids around a point, unsorted: how many, and their sum.</summary>
    public (long Count, ulong Sum) Search(string key, double latitude, double longitude, int kilometres)
    {
        _connection.Send(
            "GEOSEARCH", key, "FROMLONLAT", longitude.ToString(CultureInfo.InvariantCulture), latitude.ToString(CultureInfo.InvariantCulture),
            "BYRADIUS", kilometres.ToString(CultureInfo.InvariantCulture), "km");
        return _connection.ReadIds();
    }

    public void Forget(string key)
    {
        _connection.Send("DEL", key);
        _connection.ReadNumber();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _directory.Dispose();
        _process.Dispose();
    }

    private static void Append(StringBuilder commands, string word) =>
        commands.Append(CultureInfo.InvariantCulture, $"${word.Length}\r\n{word}\r\n");

    private void End()
    {
        _process.Kill();
        _process.WaitForExit();
    }
}
