using System.IO.Compression;

namespace ProcVision.Cli.Tests;

/// <summary>A zip with the given entries, in their order and with their names as they are.</summary>
internal sealed class TestZip : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procvision-zip-");

    public TestZip(string name, params (string Name, string Content)[] entries)
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        using var zip = ZipFile.Open(Path, ZipArchiveMode.Create);
        foreach (var (entry, content) in entries)
        {
            using var text = new StreamWriter(zip.CreateEntry(entry).Open());
            text.Write(content);
        }
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
