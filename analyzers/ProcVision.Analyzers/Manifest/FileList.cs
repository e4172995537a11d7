using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Manifest;

/// <summary>
/// The files that there are, as the package's build files list them: one path to a line; with <c>&gt;</c> where a file goes in the output if
/// that is elsewhere; with <c>*</c> a folder of which all files are listed, and not those below <c>assets/</c> alone.
/// </summary>
internal sealed class FileList
{
    private const string Mark = "build_metadata.AdditionalFiles.ProcVisionFileList";

    private readonly string[] _lines;

    private FileList(string[] lines) => _lines = lines;

    /// <summary>The list of a compilation; null when its build made none.</summary>
    public static FileList? Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var file = options.AdditionalFiles.FirstOrDefault(f =>
            provider.GetOptions(f).TryGetValue(Mark, out string? mark) && string.Equals(mark, "true", StringComparison.OrdinalIgnoreCase));
        return file?.GetText(cancellation) is { } text
            ? new([.. text.Lines.Select(static line => line.ToString().Replace('\\', '/')).Where(static line => line.Length > 0)])
            : null;
    }

    /// <summary>The folder of a file, with a slash at its end; empty for a name alone.</summary>
    public static string FolderOf(string path)
    {
        string plain = path.Replace('\\', '/');
        return plain.Substring(0, plain.LastIndexOf('/') + 1);
    }

    /// <summary>Whether all files below a folder are in the list.</summary>
    public bool IsComplete(string folder) =>
        _lines.Any(line => line[0] == '*' && folder.StartsWith(line.Substring(1), StringComparison.OrdinalIgnoreCase));

    /// <summary>The files below a folder, or that go to a folder of the output, as paths below it.</summary>
    public IReadOnlyCollection<string> Below(string folder, string output)
    {
        var below = new List<string>();
        foreach (string line in _lines)
        {
            // How the way to the project is written may differ, as C: from c:; below it the case counts.
            string root = line[0] == '>' ? ">" + output : folder;
            if (line.StartsWith(root, StringComparison.OrdinalIgnoreCase))
                below.Add(line.Substring(root.Length));
        }

        return below;
    }
}
