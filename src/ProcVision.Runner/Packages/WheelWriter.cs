using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ProcVision.Runner;

/// <summary>
/// Writes a wheel (PEP 427): files, then the folder <c>.dist-info</c> with RECORD last. The same files give the same bytes: order,
/// time and form of every entry are fixed, and nothing is compressed, because what a compressor makes changes with its version.
/// </summary>
/// <param name="name">As pip compares it: small letters and <c>_</c>.</param>
/// <param name="version">Of the wheel.</param>
/// <param name="tag">What it can be installed on; <c>py3-none-any</c> for pure Python.</param>
internal sealed class WheelWriter(string name, string version, string tag = WheelWriter.Everywhere)
{
    private const string Everywhere = "py3-none-any";

    /// <summary>The first time a zip can say.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A file that everybody may read and its owner may write, as Unix writes it into a zip.</summary>
    private const int RegularFile = 0b1_000_000_110_100_100 << 16;

    /// <summary>The same, which everybody may execute.</summary>
    private const int Program = 0b1_000_000_111_101_101 << 16;

    private readonly SortedDictionary<string, (byte[] Content, int Mode)> _files = new(StringComparer.Ordinal);

    public string FileName => $"{name}-{version}-{tag}.whl";

    private string Info => $"{name}-{version}.dist-info";

    /// <param name="path">With <c>/</c>, ASCII.</param>
    /// <param name="content">The file.</param>
    public void Add(string path, byte[] content) => _files.Add(path, (content, RegularFile));

    /// <summary>A file that pip puts beside the environment's <c>python</c>, in the place of one that has its name.</summary>
    /// <param name="fileName">Its name there, ASCII.</param>
    /// <param name="content">The file.</param>
    public void AddScript(string fileName, byte[] content) => _files.Add($"{name}-{version}.data/scripts/{fileName}", (content, Program));

    /// <param name="output">Gets the wheel.</param>
    /// <param name="summary">One line for METADATA.</param>
    /// <param name="requiresPython">A PEP 440 range, as <c>&gt;=3.8</c>.</param>
    public void Write(Stream output, string summary, string requiresPython)
    {
        string pure = tag == Everywhere ? "true" : "false";
        (string Path, byte[] Content, int Mode)[] files =
        [
            .. _files.Select(static file => (file.Key, file.Value.Content, file.Value.Mode)),
            ($"{Info}/METADATA", Utf8($"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: {summary}\nRequires-Python: {requiresPython}\n"), RegularFile),
            ($"{Info}/WHEEL", Utf8($"Wheel-Version: 1.0\nGenerator: procvision ({version})\nRoot-Is-Purelib: {pure}\nTag: {tag}\n"), RegularFile),
        ];
        string record = string.Concat(files.Select(static file => Row(file.Path, file.Content))) + $"{Info}/RECORD,,\n";
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, content, mode) in files)
            Add(zip, path, content, mode);
        Add(zip, $"{Info}/RECORD", Utf8(record), RegularFile);
    }

    private static string Row(string path, byte[] content) =>
        string.Create(CultureInfo.InvariantCulture, $"{path},sha256={Base64Url.EncodeToString(SHA256.HashData(content))},{content.Length}\n");

    private static void Add(ZipArchive zip, string path, byte[] content, int mode)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        entry.ExternalAttributes = mode;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
