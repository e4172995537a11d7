using System.Security.Cryptography;

namespace ProcVision.Runner;

/// <summary>
/// A directory only this Runner and its algorithms use, in memory where the system has a place for that. It is held by an open file, so
/// that the directories of Runners that were killed can be told from those in use and are removed by the next Runner.
/// </summary>
internal sealed class PrivateDirectory : IDisposable
{
    private const string Prefix = "procvision-runner-";
    private const string HeldSuffix = ".held";

    private readonly FileStream _held;

    private PrivateDirectory(string path, FileStream held)
    {
        Path = path;
        _held = held;
    }

    public string Path { get; }

    /// <exception cref="IOException">There is no place for it.</exception>
    public static PrivateDirectory Create() => Create(Parent());

    public static PrivateDirectory Create(string parent)
    {
        RemoveAbandoned(parent);
        string path = System.IO.Path.Combine(parent, Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        // First held, then made: at no moment is there a directory that looks abandoned.
        var held = new FileStream(path + HeldSuffix, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        try
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new(path, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
        }
        finally
        {
            _held.Dispose();
        }
    }

    /// <summary>Linux keeps <c>/dev/shm</c> in memory; elsewhere, and where it may not be written to, the temporary folder has to do.</summary>
    private static string Parent()
    {
        const string Memory = "/dev/shm";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Memory))
            return System.IO.Path.GetTempPath();
        try
        {
            string probe = System.IO.Path.Combine(Memory, Prefix + Guid.NewGuid().ToString("N"));
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return Memory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return System.IO.Path.GetTempPath();
        }
    }

    private static void RemoveAbandoned(string parent)
    {
        foreach (string heldFile in Directory.EnumerateFiles(parent, Prefix + "*" + HeldSuffix))
        {
            try
            {
                using var held = new FileStream(heldFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                string directory = heldFile[..^HeldSuffix.Length];
                if (Directory.Exists(directory))
                    Directory.Delete(directory, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, another user's, or being removed by another Runner.
            }
        }
    }
}
