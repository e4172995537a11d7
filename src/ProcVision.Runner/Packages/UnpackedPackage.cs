namespace ProcVision.Runner;

/// <summary>A package unpacked into a folder of this process's own, which is removed with it.</summary>
public sealed class UnpackedPackage : IDisposable
{
    private readonly string _own;

    private UnpackedPackage(string own, string folder)
    {
        _own = own;
        Folder = folder;
    }

    /// <summary>The folder of manifest.json.</summary>
    public string Folder { get; }

    /// <summary>Unpacks a package.</summary>
    /// <exception cref="PackageException">It has no manifest (2002), or cannot be unpacked (2001).</exception>
    /// <exception cref="IOException">There is no place for it.</exception>
    public static UnpackedPackage Of(PackageArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        if (archive.Manifest is null)
            throw new PackageException(Words.Of($"[2002] 包中没有 manifest.json: {archive.File}", $"[2002] no manifest.json in {archive.File}"));
        string own = Directory.CreateTempSubdirectory("procvision-package-").FullName;
        try
        {
            archive.ExtractTo(own);
            return new(own, Path.Combine(own, archive.Root.TrimEnd('/')));
        }
        catch
        {
            Directory.Delete(own, recursive: true);
            throw;
        }
    }

    /// <summary>Removes it.</summary>
    public void Dispose() => Directory.Delete(_own, recursive: true);
}
