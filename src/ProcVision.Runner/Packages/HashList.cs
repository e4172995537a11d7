using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>
/// <c>hashes.json</c> of a package: <c>{"algorithm":"SHA-256","files":{PATH: HEX, …}}</c>, ordinally by path, for every file but itself and <c>SIGNATURE</c>.
/// </summary>
public static class HashList
{
    /// <summary>Its name, beside manifest.json.</summary>
    public const string FileName = "hashes.json";

    /// <summary>What a signature of it is called, beside it.</summary>
    public const string SignatureName = "SIGNATURE";

    private const string Algorithm = "SHA-256";

    /// <summary>Makes the list.</summary>
    /// <param name="files">Each path with <c>/</c>, from the manifest's folder, with the file's SHA-256 in small hex digits.</param>
    /// <returns>UTF-8 JSON, the same for the same files.</returns>
    public static byte[] Make(IEnumerable<KeyValuePair<string, string>> files)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("algorithm", Algorithm);
            json.WriteStartObject("files");
            foreach (var (path, hash) in files.OrderBy(static file => file.Key, StringComparer.Ordinal))
                json.WriteString(path, hash);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Compares a package with its list.</summary>
    /// <returns>What differs, one line each; null when the package has no list.</returns>
    /// <exception cref="PackageException">A file is damaged.</exception>
    public static IReadOnlyList<string>? Problems(PackageArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        string root = archive.Root;
        if (archive.Read(root + FileName) is not { } list)
            return null;
        if (Parse(list) is not { } said)
            return [Words.Of($"{FileName} 不是 SHA-256 列表", $"{FileName} is no list of SHA-256 hashes")];
        var problems = new List<string>();
        foreach (string name in archive.Names)
        {
            string path = name.StartsWith(root, StringComparison.Ordinal) ? name[root.Length..] : "../" + name;
            if (path is FileName or SignatureName)
                continue;
            if (!said.Remove(path, out string? expected))
                problems.Add(Words.Of($"{path} 不在 {FileName} 中", $"{path} is not in {FileName}"));
            else if (!string.Equals(expected, Hash(archive, name), StringComparison.OrdinalIgnoreCase))
                problems.Add(Words.Of($"{path} 与 {FileName} 中的哈希不符", $"{path} is not the file of {FileName}"));
        }

        problems.AddRange(said.Keys.Order(StringComparer.Ordinal).Select(static path => Words.Of($"{path} 缺失", $"{path} is missing")));
        return problems;
    }

    /// <summary>A file's hash as the list has it.</summary>
    public static string HashOf(Stream file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static string Hash(PackageArchive archive, string name)
    {
        try
        {
            using var file = archive.OpenFile(name);
            return HashOf(file);
        }
        catch (InvalidDataException e)
        {
            throw new PackageException(Words.Of($"[2001] {name} 已损坏: {e.Message}", $"[2001] {name} is damaged: {e.Message}"));
        }
    }

    private static Dictionary<string, string>? Parse(byte[] list)
    {
        try
        {
            var root = JsonElement.Parse(Encoding.UTF8.GetString(list), new() { AllowDuplicateProperties = false });
            var files = root.Member("files");
            return root.Text("algorithm") == Algorithm && files.ValueKind == JsonValueKind.Object
                ? files.EnumerateObject().ToDictionary(static file => file.Name, static file => file.Value.ToString(), StringComparer.Ordinal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
