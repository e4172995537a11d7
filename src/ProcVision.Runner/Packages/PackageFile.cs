namespace ProcVision.Runner;

/// <summary>One file that goes into a package.</summary>
/// <param name="Path">From the manifest's folder, with <c>/</c>.</param>
/// <param name="Open">Gives its bytes; asked twice, for the hash and for the zip.</param>
/// <param name="IsExecutable">Whether it is a program.</param>
public sealed record PackageFile(string Path, Func<Stream> Open, bool IsExecutable = false)
{
    /// <summary>A file of the disk.</summary>
    public static PackageFile Of(string path, string source, bool isExecutable = false) => new(path, () => File.OpenRead(source), isExecutable);

    /// <summary>A file that is only in memory.</summary>
    public static PackageFile Of(string path, byte[] content) => new(path, () => new MemoryStream(content, writable: false));
}
