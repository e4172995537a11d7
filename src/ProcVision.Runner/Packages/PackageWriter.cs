using System.IO.Compression;
using System.Security.Cryptography;

namespace ProcVision.Runner;

/// <summary>
/// Writes a package. The same files give the same bytes: manifest.json first (conformance 527), the others ordinally, every entry dated 1980, with Unix
/// permissions, and the compression of this .NET. <see cref="HashList"/> and, with a key, its signature come last.
/// </summary>
public static class PackageWriter
{
    private const string ManifestName = "manifest.json";

    /// <summary>The first time a zip can say.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Regular files that everybody may read and the owner may write; a program may also be executed by all.</summary>
    private const int Plain = 0b1_000_000_110_100_100 << 16, Program = 0b1_000_000_111_101_101 << 16;

    /// <summary>Writes beside its place and renames into it, so that there is all of it or nothing.</summary>
    /// <param name="path">The zip; one that is there is replaced.</param>
    /// <param name="files">All but the list of hashes and its signature.</param>
    /// <param name="key">Signs the list of hashes; null for none.</param>
    /// <returns>The list of hashes as it was written.</returns>
    /// <exception cref="PackageException">Two files have one name, or there is no manifest.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static byte[] Write(string path, IEnumerable<PackageFile> files, ECDsa? key = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var ordered = Ordered(files);
        byte[] hashes = HashList.Make(ordered.Select(static file => KeyValuePair.Create(file.Path, HashOf(file))));
        ordered.Add(PackageFile.Of(HashList.FileName, hashes));
        if (key is not null)
            ordered.Add(PackageFile.Of(HashList.SignatureName, PackageSignature.Sign(hashes, key)));

        string target = Path.GetFullPath(path);
        string beside = Path.Combine(Path.GetDirectoryName(target)!, $".unfinished-{Guid.NewGuid():N}.zip");
        try
        {
            using (var output = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (var file in ordered)
                        Add(zip, file);
                }

                output.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }

        return hashes;
    }

    private static List<PackageFile> Ordered(IEnumerable<PackageFile> files)
    {
        List<PackageFile> ordered =
        [
            .. files.OrderBy(static file => file.Path != ManifestName).ThenBy(static file => file.Path, StringComparer.Ordinal),
        ];
        if (ordered.Count == 0 || ordered[0].Path != ManifestName)
            throw new PackageException(Words.Of("包中没有 manifest.json", "The package has no manifest.json"));
        var twice = ordered.GroupBy(static file => file.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static same => same.Count() > 1);
        return twice is null ? ordered : throw new PackageException(Words.Of($"包中有两个 {twice.Key}", $"The package has two files {twice.Key}"));
    }

    private static string HashOf(PackageFile file)
    {
        using var content = file.Open();
        return HashList.HashOf(content);
    }

    private static void Add(ZipArchive zip, PackageFile file)
    {
        var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        entry.ExternalAttributes = file.IsExecutable ? Program : Plain;
        using var source = file.Open();
        using var target = entry.Open();
        source.CopyTo(target);
    }
}
