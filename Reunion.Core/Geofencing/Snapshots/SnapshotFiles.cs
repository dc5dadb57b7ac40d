namespace Reunion.Core.Geofencing;

/// <summary>How snapshot files are made: for the program's own account only, and never half-way in place of a whole one.</summary>
internal static class SnapshotFiles
{
    public static FileStream Append(string path) => new(path, Options(FileMode.Append));

    /// <summary>Writes a file beside the one that it replaces, to the disk, and puts it in its place.</summary>
    public static void Replace(string path, Action<Stream> write)
    {
        var beside = path + ".new";
        using (var file = new FileStream(beside, Options(FileMode.Create)))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
