using System.IO.Compression;

namespace ProcVision.Runner;

/// <summary>
/// A package as a zip, looked at before anything of it touches the disk: names that lead out of the folder, names that are one file on some systems,
/// and sizes that only an attack or a mistake has, are refused (conformance 356 has no such limits).
/// </summary>
public sealed class PackageArchive : IDisposable
{
    /// <summary>The most files.</summary>
    public const int MostFiles = 20_000;

    /// <summary>The most bytes of all files together: 4 GiB.</summary>
    public const long MostBytes = 4L << 30;

    /// <summary>The most that a file may be larger than its packed form; deflate itself ends near 1,030.</summary>
    private const int MostRatio = 500;

    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    private readonly ZipArchive _zip;

    private PackageArchive(string path, ZipArchive zip)
    {
        File = path;
        _zip = zip;
    }

    /// <summary>The zip's path.</summary>
    public string File { get; }

    /// <summary>The names of the files in it, in their order.</summary>
    public IReadOnlyList<string> Names => [.. _zip.Entries.Where(static entry => !IsFolder(entry)).Select(static entry => entry.FullName)];

    /// <summary>The first name that ends in <c>manifest.json</c>, which the platform takes for the manifest (conformance 527); null when there is none.</summary>
    public string? Manifest => _zip.Entries.FirstOrDefault(static entry => entry.FullName.EndsWith("manifest.json", StringComparison.Ordinal))?.FullName;

    /// <summary>The folder of <see cref="Manifest"/> with a <c>/</c> at its end, or nothing: where the algorithm runs.</summary>
    public string Root => Manifest is { } manifest ? manifest[..(manifest.LastIndexOf('/') + 1)] : "";

    /// <summary>Whether it is a package of this SDK, with executables for one or more systems.</summary>
    public bool IsNative => Names.Any(name => NativeFolder.Known.Any(rid => name.StartsWith($"{Root}native/{rid}/", StringComparison.Ordinal)));

    /// <summary>Opens a package.</summary>
    /// <exception cref="PackageException">It is no zip (2001; conformance 351).</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PackageArchive Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var archive = new PackageArchive(path, ZipFile.OpenRead(path));
            _ = archive._zip.Entries.Count;
            return archive;
        }
        catch (InvalidDataException e)
        {
            throw new PackageException(Words.Of($"[2001] 不是有效的 zip: {path}: {e.Message}", $"[2001] not a valid zip: {path}: {e.Message}"));
        }
    }

    /// <summary>What makes it unfit to be unpacked, one line each; empty when nothing does.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        long bytes = 0;
        foreach (var entry in _zip.Entries)
        {
            string name = entry.FullName;
            if (NameProblem(name) is { } problem)
                problems.Add($"{name}: {problem}");
            else if (!seen.TryAdd(name.TrimEnd('/'), name))
                problems.Add(Words.Of($"{name}: 与 {seen[name.TrimEnd('/')]} 在部分系统上是同一个文件", $"{name}: is the same file as {seen[name.TrimEnd('/')]} on some systems"));
            if (entry.Length > 1 << 20 && entry.Length / MostRatio > entry.CompressedLength)
                problems.Add(Words.Of($"{name}: {entry.Length} 字节只压缩成 {entry.CompressedLength} 字节", $"{name}: {entry.Length} bytes out of {entry.CompressedLength}"));
            bytes += entry.Length;
        }

        if (_zip.Entries.Count > MostFiles)
            problems.Add(Words.Of($"有 {_zip.Entries.Count} 个文件，最多 {MostFiles}", $"{_zip.Entries.Count} files, and at most {MostFiles} are taken"));
        if (bytes > MostBytes)
            problems.Add(Words.Of($"解压后有 {bytes} 字节，最多 {MostBytes}", $"{bytes} bytes unpacked, and at most {MostBytes} are taken"));
        return problems;
    }

    /// <summary>The bytes of a file; null when there is none of that name.</summary>
    /// <exception cref="PackageException">It is larger than a text of a package can be, or damaged.</exception>
    public byte[]? Read(string name)
    {
        const int MostText = 16 << 20;
        if (_zip.GetEntry(name) is not { } entry)
            return null;
        if (entry.Length > MostText)
            throw new PackageException(Words.Of($"[2001] {name} 过大: {entry.Length} 字节", $"[2001] {name} is too large: {entry.Length} bytes"));
        try
        {
            using var source = entry.Open();
            byte[] bytes = new byte[entry.Length];
            source.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new PackageException(Words.Of($"[2001] {name} 已损坏: {e.Message}", $"[2001] {name} is damaged: {e.Message}"));
        }
    }

    /// <summary>Opens a file of it; what is read past its size is refused.</summary>
    internal Stream OpenFile(string name) => _zip.GetEntry(name)!.Open();

    /// <summary>
    /// Unpacks everything into a folder, and makes the native executables executable, which a zip that was unpacked elsewhere has lost (conformance 530).
    /// </summary>
    /// <param name="folder">Made if it is not there; nothing in it is replaced.</param>
    /// <exception cref="PackageException">It has <see cref="Problems"/>, or is damaged.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void ExtractTo(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (Problems() is { Count: > 0 } problems)
            throw new PackageException($"[2001] {File}: {string.Join("; ", problems)}");
        foreach (var entry in _zip.Entries)
        {
            string path = Path.Combine(folder, entry.FullName.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(IsFolder(entry) ? path : Path.GetDirectoryName(path)!);
            if (IsFolder(entry))
                continue;
            Extract(entry, path);
            if (!OperatingSystem.IsWindows() && entry.FullName.StartsWith(Root + "native/", StringComparison.Ordinal) && !Path.GetFileName(path).Contains('.'))
                System.IO.File.SetUnixFileMode(path, Executable);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static void Extract(ZipArchiveEntry entry, string path)
    {
        try
        {
            using var source = entry.Open();
            using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            source.CopyTo(target);
            if (target.Length != entry.Length)
                throw new InvalidDataException();
        }
        catch (InvalidDataException e)
        {
            throw new PackageException(Words.Of($"[2001] {entry.FullName} 已损坏: {e.Message}", $"[2001] {entry.FullName} is damaged: {e.Message}"));
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/');

    /// <summary>What the platform drops without a word (conformance 355, 530), and what Windows takes for something else.</summary>
    private static string? NameProblem(string name)
    {
        string[] parts = name.TrimEnd('/').Split('/');
        if (name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Contains('\0') || parts.Any(static part => part is "" or "." or ".."))
            return Words.Of("名称指向包的外面，或在 Windows 上有别的含义", "the name leads out of the package, or means something else on Windows");
        return name.Contains("..", StringComparison.Ordinal)
            ? Words.Of("名称中有 '..'，平台会不声不响地丢弃它", "the name has '..' in it, and the platform drops such a file without a word")
            : null;
    }
}
