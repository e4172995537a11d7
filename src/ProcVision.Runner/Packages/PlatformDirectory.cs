using System.Text;
using ProcVision.Manifests;

namespace ProcVision.Runner;

/// <summary>
/// A directory that an unmodified platform registers at its next start without a zip and without Python (conformance 531 C):
/// <c>deployed/&lt;name&gt;-&lt;version&gt;/</c> with manifest.json, its assets, and the native executable where a virtual environment would have
/// its interpreter, <c>_env/bin/python</c> or <c>_env\Scripts\python.exe</c> (conformance 512).
/// </summary>
/// <param name="Manifest">The file manifest.json. Its folder <c>assets/</c>, and every other file that it names, comes along.</param>
/// <param name="Executable">The native executable; for Windows if its name ends in <c>.exe</c>.</param>
public sealed record PlatformDirectory(string Manifest, string Executable)
{
    private const string ManifestName = "manifest.json";

    /// <summary>Files that have to lie beside the executable, for example libturbojpeg.</summary>
    public IReadOnlyList<string> Libraries { get; init; } = [];

    private bool ForWindows => Executable.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Writes the directory in a folder beside its place and renames it into it, so that the platform sees all of it or nothing; what a killed run
    /// leaves has no manifest.json where the platform looks for one.
    /// </summary>
    /// <param name="deployed">The platform's folder <c>deployed</c>; made if it is not there.</param>
    /// <returns>The directory.</returns>
    /// <exception cref="PackageException">The manifest has errors, a file is missing, the executable is not native, or the directory is there already.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public string WriteTo(string deployed)
    {
        ArgumentNullException.ThrowIfNull(deployed);
        if (OperatingSystem.IsWindows() && !ForWindows)
            throw new PackageException(Words.Of("Linux 的目录必须在 Linux 上生成：Windows 无法设置可执行权限", "A directory for Linux must be made on Linux: Windows cannot set the permission to execute"));
        if (Path.Exists(Path.ChangeExtension(Executable, ".dll")) || Path.Exists(Executable + ".dll"))
            throw new PackageException(Words.Of($"{Executable} 旁边有同名 .dll，它不是原生程序；请使用 dotnet publish 的输出", $"Beside {Executable} is a .dll of its name, so it is not native; take the output of dotnet publish"));
        var manifest = ReadManifest();
        string name = new PackageName(manifest.Name, manifest.Version).ToString();
        string target = Path.Combine(Path.GetFullPath(deployed), name);
        if (Path.Exists(target))
            throw new PackageException(Words.Of($"目录已存在，不会覆盖: {target}；请先卸载该版本或提高版本号", $"The directory is there already, and is not replaced: {target}; uninstall that version first, or raise the version"));

        Directory.CreateDirectory(deployed);
        string workshop = Path.Combine(Path.GetFullPath(deployed), $".unfinished-{Guid.NewGuid():N}");
        try
        {
            Fill(Path.Combine(workshop, name), manifest);
            Directory.Move(Path.Combine(workshop, name), target);
        }
        finally
        {
            if (Directory.Exists(workshop))
                Directory.Delete(workshop, recursive: true);
        }

        return target;
    }

    private void Fill(string folder, ManifestModel manifest)
    {
        string programs = Path.Combine(folder, ForWindows ? "_env/Scripts" : "_env/bin");
        string program = Path.Combine(programs, ForWindows ? "python.exe" : "python");
        Copy(Executable, program);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        foreach (string library in Libraries)
            Copy(library, Path.Combine(programs, Path.GetFileName(library)));
        string source = Path.GetDirectoryName(Path.GetFullPath(Manifest))!;
        foreach (string asset in PackageAssets.Of(source, manifest))
            Copy(Path.Combine(source, asset), Path.Combine(folder, asset));
        Copy(Manifest, Path.Combine(folder, ManifestName));
    }

    private ManifestModel ReadManifest()
    {
        if (Path.GetFileName(Manifest) != ManifestName)
            throw new PackageException(Words.Of($"清单文件必须名为 {ManifestName}: {Manifest}", $"The manifest must be called {ManifestName}: {Manifest}"));
        if (!File.Exists(Manifest))
            throw new PackageException(Words.Of($"文件不存在: {Manifest}", $"There is no file {Manifest}"));
        var reading = ManifestReader.Read(ReadText());
        string[] errors =
        [
            .. reading.Problems
                // A placeholder is a warning for its author, and useless on a station.
                .Where(static problem => problem.Rule.Severity == ManifestSeverity.Error || problem.Rule == ManifestRules.PlaceholderPid)
                .Select(static problem => $"{problem.Rule.Id} {problem.Message}"),
        ];
        return reading.Model is { } model && errors.Length == 0
            ? model
            : throw new PackageException(Words.Of($"{Manifest} 有错误，请先改正:", $"{Manifest} has errors; correct them first:") + string.Concat(errors.Select(static error => $"{Environment.NewLine}  {error}")));
    }

    private string ReadText()
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(Manifest));
        }
        catch (DecoderFallbackException)
        {
            throw new PackageException(Words.Of($"{ManifestName} 不是 UTF-8，请另存为 UTF-8: {Manifest}", $"{ManifestName} is not UTF-8; save it as UTF-8: {Manifest}"));
        }
    }

    /// <summary>Copies a file to the disk itself: a rename must not be there before what it names.</summary>
    private static void Copy(string from, string to)
    {
        if (!File.Exists(from))
            throw new PackageException(Words.Of($"文件不存在: {from}", $"There is no file {from}"));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var source = File.OpenRead(from);
        using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }
}
