using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Reunion.Bench.Peers;

namespace Reunion.Bench.Public;

/// <summary>Debian's nginx on a loopback port, which serves one file; gone when disposed.</summary>
internal sealed class NginxServer : IDisposable
{
    private const string Binary = "/usr/sbin/nginx";

    // As a static site is set up; no log, because we write none either, and connections are kept as long as ours.
    private const string Settings = """
        daemon off;
        worker_processes auto;
        pid DIRECTORY/nginx.pid;
        error_log DIRECTORY/error.log;
        ACCOUNT
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 1000000000;
          default_type "text/html; charset=utf-8";
          client_body_temp_path DIRECTORY/body;
          proxy_temp_path DIRECTORY/proxy;
          fastcgi_temp_path DIRECTORY/fastcgi;
          uwsgi_temp_path DIRECTORY/uwsgi;
          scgi_temp_path DIRECTORY/scgi;
          server { listen 127.0.0.1:PORT; root DIRECTORY/site; }
        }
        """;

    private readonly OwnedDirectory _directory;
    private readonly Process _process = new();

    public NginxServer(byte[] page)
    {
        DebianPackages.Require(() => File.Exists(Binary) ? Binary : null, "nginx");
        var port = LoopbackPort.Free();
        _directory = new OwnedDirectory("nginx", End);
        Directory.CreateDirectory(Path.Combine(_directory.Path, "site"));
        File.WriteAllBytes(Path.Combine(_directory.Path, "site", "page"), page);
        var settings = Path.Combine(_directory.Path, "nginx.conf");
        // The directory is this account's alone, so the workers must be this account too.
        var account = Environment.IsPrivilegedProcess ? "user root;" : "";
        File.WriteAllText(settings, Settings
            .Replace("DIRECTORY", _directory.Path, StringComparison.Ordinal)
            .Replace("PORT", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("ACCOUNT", account, StringComparison.Ordinal));
        _process.StartInfo = new ProcessStartInfo(Binary, ["-c", settings, "-p", _directory.Path, "-e", Path.Combine(_directory.Path, "error.log")]);
        _process.Start();
        PageUrl = new Uri($"http://127.0.0.1:{port}/page");
        WaitUntilItListens(port);
    }

    /// <summary>The address of the file.</summary>
    public Uri PageUrl { get; }

    public void Dispose()
    {
        _directory.Dispose();
        _process.Dispose();
    }

    private void WaitUntilItListens(int port)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var probe = new TcpClient("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (!_process.HasExited && Stopwatch.GetElapsedTime(started).TotalSeconds < 10)
            {
                Task.Delay(50).GetAwaiter().GetResult();
            }
        }
    }

    private void End()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }
}
