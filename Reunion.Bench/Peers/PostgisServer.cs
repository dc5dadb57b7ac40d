using System.Globalization;
using Npgsql;

namespace Reunion.Bench.Peers;

/// <summary>A PostgreSQL of our own with PostGIS on a loopback port, which waits for no disk; gone when disposed.</summary>
internal sealed class PostgisServer : IDisposable
{
    // All that makes it faster: nothing is flushed, all of it lies in memory, two cores work on a query.
    private const string Settings =
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off "
        + "-c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=8GB -c autovacuum=off -c shared_buffers=2GB -c work_mem=256MB "
        + "-c maintenance_work_mem=1GB -c max_parallel_workers_per_gather=2 -c max_parallel_workers=2 -c max_parallel_maintenance_workers=2 "
        + "-c random_page_cost=1.1 -c jit=off";

    private readonly OwnedDirectory _directory;
    private readonly string _binaries;
    private readonly string _data;

    public PostgisServer()
    {
        _binaries = Path.GetDirectoryName(DebianPackages.Require(Initdb, "postgresql", "postgresql-15-postgis-3"))!;
        DebianPackages.Require(Extension, "postgresql-15-postgis-3");
        _directory = new OwnedDirectory("postgis", End);
        _data = Path.Combine(_directory.Path, "data");
        Directory.CreateDirectory(_data);
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(_directory.Path, (UnixFileMode)0b111_001_001);
            DebianPackages.Run("/bin/chown", "postgres", _data);
        }
        var port = LoopbackPort.Free();
        try
        {
            AsPostgres("initdb", "--pgdata", _data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync");
            AsPostgres(
                "pg_ctl", "--pgdata", _data, "--silent", "--wait", "--log", Path.Combine(_data, "server.log"), "--options",
                string.Create(CultureInfo.InvariantCulture, $"-p {port} {Settings}"), "start");
        }
        catch (InvalidOperationException)
        {
            _directory.Dispose();
            throw;
        }
        Source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Command Timeout=0");
    }

    public NpgsqlDataSource Source { get; }

    public void Dispose()
    {
        Source.Dispose();
        _directory.Dispose();
    }

    private static string? Initdb() => Find("/usr/lib/postgresql", "initdb");

    private static string? Extension() => Find("/usr/share/postgresql", "postgis.control");

    private static string? Find(string directory, string name) => !Directory.Exists(directory) ? null
        : Directory.EnumerateFiles(directory, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault();

    private void End()
    {
        if (File.Exists(Path.Combine(_data, "postmaster.pid")))
            AsPostgres("pg_ctl", "--pgdata", _data, "--mode", "immediate", "--silent", "stop");
    }

    // It refuses to run as root.
    private void AsPostgres(string program, params string[] arguments)
    {
        program = Path.Combine(_binaries, program);
        if (Environment.IsPrivilegedProcess)
            DebianPackages.Run("/sbin/runuser", ["-u", "postgres", "--", program, .. arguments]);
        else
            DebianPackages.Run(program, arguments);
    }
}
