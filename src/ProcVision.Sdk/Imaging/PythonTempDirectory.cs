namespace ProcVision;

/// <summary>
/// The directory that Python's <c>tempfile.gettempdir()</c> gives: the first candidate in which a file can be made (conformance 524).
/// .NET's own choice has another order and never tries.
/// </summary>
internal static class PythonTempDirectory
{
    /// <exception cref="IOException">None of the candidates is writable; the message lists them.</exception>
    internal static string Find(Func<string, string?> environment) => FirstWritable([.. Candidates(environment)]);

    /// <exception cref="IOException">None of the candidates is writable; the message lists them.</exception>
    internal static string FirstWritable(string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (IsWritable(candidate))
            {
                return candidate;
            }
        }

        throw new IOException(
            $"No temporary directory is writable: {string.Join(", ", candidates)}. Set {SharedMemoryDirectory.Variable} to the directory that the platform writes pictures to.");
    }

    internal static IEnumerable<string> Candidates(Func<string, string?> environment)
    {
        foreach (var variable in (string[])["TMPDIR", "TEMP", "TMP"])
        {
            if (environment(variable) is { Length: > 0 } given)
            {
                yield return Path.GetFullPath(given);
            }
        }

        foreach (var known in OperatingSystem.IsWindows() ? OnWindows(environment) : ["/tmp", "/var/tmp", "/usr/tmp"])
        {
            yield return Path.GetFullPath(known);
        }

        yield return Environment.CurrentDirectory;
    }

    /// <summary>What Python adds on Windows, in its order.</summary>
    internal static IEnumerable<string> OnWindows(Func<string, string?> environment)
    {
        if (environment("USERPROFILE") is { Length: > 0 } home)
        {
            yield return home + @"\AppData\Local\Temp";
        }

        if (environment("SYSTEMROOT") is { Length: > 0 } root)
        {
            yield return root + @"\Temp";
        }

        foreach (var fixedPath in (string[])[@"c:\temp", @"c:\tmp", @"\temp", @"\tmp"])
        {
            yield return fixedPath;
        }
    }

    /// <summary>Python writes a few bytes and removes them again; permissions alone do not tell of a full or read-only disk.</summary>
    private static bool IsWritable(string directory)
    {
        var path = Path.Combine(directory, Path.GetRandomFileName());
        try
        {
            using (var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose))
            {
                RandomAccess.Write(handle, "blat"u8, 0);
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }
}
