using System.Globalization;
using System.Text;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A manifest that can be run with: its fields, and what is wrong with the rest.</summary>
/// <param name="Path">The file.</param>
/// <param name="Model">Its content; it names an entry point and at least one pid.</param>
/// <param name="Problems">One line each, with place and rule.</param>
internal sealed record ManifestFile(string Path, ManifestModel Model, IReadOnlyList<string> Problems)
{
    /// <summary>Its folder: where the algorithm runs (conformance 511).</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <exception cref="BadInputException">It cannot be read, or says too little to start anything.</exception>
    public static ManifestFile Read(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        string text = ReadText(path);
        var reading = ManifestReader.Read(text);
        string[] problems =
        [
            .. reading.Problems
                .Where(static problem => problem.Rule.Severity == ManifestSeverity.Error)
                .Select(problem => $"{path}{Place(text, problem.Span.Start)}: {problem.Rule.Id} {problem.Message}"),
        ];
        return reading.Model is { EntryPoint.Length: > 0, Pids.Count: > 0 } model
            ? new(path, model, problems)
            : throw new BadInputException(Words.Of("manifest.json 无法使用:", "manifest.json cannot be used:") + string.Concat(problems.Select(static line => $"{Environment.NewLine}  {line}")), ToolCode.Manifest);
    }

    private static string ReadText(string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException(Words.Of($"manifest.json 不是 UTF-8，请另存为 UTF-8: {path}", $"manifest.json is not UTF-8; save it as UTF-8: {path}"), ToolCode.Manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(Words.Of($"manifest.json 无法读取: {path}: {e.Message}", $"manifest.json cannot be read: {path}: {e.Message}"), ToolCode.Access);
        }
    }

    /// <summary>Line and column, as a compiler writes them.</summary>
    internal static string Place(string text, int start)
    {
        int line = 1 + text.AsSpan(0, start).Count('\n');
        int column = start - text.LastIndexOf('\n', Math.Max(0, start - 1));
        return string.Create(CultureInfo.InvariantCulture, $"({line},{(start == 0 ? 1 : column)})");
    }
}
