using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProcVision.Json;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

/// <summary>A manifest among the additional files of a compilation, and the way from its positions to locations.</summary>
internal sealed class ManifestFile(AdditionalText file, SourceText text, ManifestReading reading)
{
    /// <summary>A manifest is what carries this item metadata, whatever its name; the package's build files set it.</summary>
    private const string Mark = "build_metadata.AdditionalFiles.ProcVisionManifest";

    private const string PathMetadata = "build_metadata.AdditionalFiles.ProcVisionManifestPath";

    public string Path => file.Path;

    public SourceText Text => text;

    public ManifestReading Reading => reading;

    /// <summary>Whether an additional file is a manifest.</summary>
    public static bool IsManifest(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Mark, out string? mark) && string.Equals(mark, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the manifest goes, below the algorithm's root.</summary>
    public string OutputPath(AnalyzerConfigOptionsProvider options) => OutputPathOf(file, options);

    /// <summary>Where a manifest goes, below the algorithm's root.</summary>
    public static string OutputPathOf(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        (options.GetOptions(file).TryGetValue(PathMetadata, out string? given) && given.Length > 0 ? given : file.Path.Split('/', '\\').Last())
        .Replace('\\', '/');

    /// <summary>Where a stretch of the manifest is, for a diagnostic.</summary>
    public Location LocationOf(JsonSpan span)
    {
        var stretch = new TextSpan(span.Start, span.Length);
        return Location.Create(Path, stretch, text.Lines.GetLinePositionSpan(stretch));
    }
}
