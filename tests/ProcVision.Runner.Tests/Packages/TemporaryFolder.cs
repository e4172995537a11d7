namespace ProcVision.Runner.Tests.Packages;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procvision-package-");

    public string Path => _folder.FullName;

    /// <summary>Everything in it, sorted, with <c>/</c>.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public string In(string path) => System.IO.Path.Combine(Path, path);

    public string Write(string path, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(path))!);
        File.WriteAllBytes(In(path), content);
        return In(path);
    }

    /// <summary>Writes a text file; as the platform's unpacking does, without the right to execute (conformance 530).</summary>
    public string Write(string path, string content) => Write(path, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Who may do what with a file; nobody anything where there are no such modes.</summary>
    public static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);

    public void Dispose() => _folder.Delete(recursive: true);
}
