using System.IO.Enumeration;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Which files the values of <c>--image</c> stand for.</summary>
internal static class SeriesImages
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg"];

    private static readonly EnumerationOptions Flat = new() { IgnoreInaccessible = true };

    private static readonly EnumerationOptions Deep = new() { IgnoreInaccessible = true, RecurseSubdirectories = true };

    /// <summary>Whether it is a pattern, and no file of that name.</summary>
    public static bool IsPattern(string value) => !File.Exists(value) && value.AsSpan().ContainsAny('*', '?');

    /// <summary>Every file once, in the order given; those of a folder or a pattern ordinally.</summary>
    /// <exception cref="BadInputException">One stands for nothing.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> values) => [.. values.SelectMany(One).Distinct(StringComparer.Ordinal)];

    private static string[] One(string value)
    {
        if (File.Exists(value))
            return [value];
        string[] found = Directory.Exists(value) ? Matching(value, "*", Flat) : IsPattern(value) ? Pattern(value) : [];
        return found.Length > 0 ? found : throw new BadInputException(
            Directory.Exists(value) || IsPattern(value)
                ? Words.Of($"没有 PNG 或 JPEG 图片: {value}", $"No PNG or JPEG picture: {value}")
                : Words.Of($"图片文件不存在: {value}", $"There is no picture {value}"),
            ToolCode.NotFound);
    }

    /// <summary>The last part may have <c>*</c> and <c>?</c>; <c>**/</c> before it means every folder below.</summary>
    private static string[] Pattern(string value)
    {
        string plain = value.Replace('\\', '/');
        int deep = plain.IndexOf("**/", StringComparison.Ordinal);
        int slash = deep >= 0 ? deep - 1 : plain.LastIndexOf('/');
        string folder = slash > 0 ? plain[..slash] : slash == 0 ? "/" : ".";
        string name = deep >= 0 ? plain[(deep + 3)..] : plain[(slash + 1)..];
        if (folder.AsSpan().ContainsAny('*', '?') || name.Contains('/'))
            throw new BadInputException(Words.Of($"通配符只能在文件名中，或为 **/ 加文件名: {value}", $"A pattern may be in the file's name only, or be **/ and a file's name: {value}"));
        return Directory.Exists(folder) ? Matching(folder, name, deep >= 0 ? Deep : Flat) : [];
    }

    private static string[] Matching(string folder, string name, EnumerationOptions options) =>
    [
        .. Directory.EnumerateFiles(folder, "*", options)
            .Where(file => FileSystemName.MatchesSimpleExpression(name, Path.GetFileName(file)) && Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Select(file => folder == "." && file.StartsWith($".{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? file[2..] : file)
            .Order(StringComparer.Ordinal),
    ];
}
