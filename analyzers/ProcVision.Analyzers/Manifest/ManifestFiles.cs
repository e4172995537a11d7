using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

/// <summary>Opens the manifests of a compilation for analyzers. A text is read once, however many analyzers look at it.</summary>
/// <param name="context">The context given to <c>Initialize</c>, which keeps the readings.</param>
internal sealed class ManifestFiles(AnalysisContext context)
{
    private static readonly SourceTextValueProvider<ManifestReading> Readings = new(static text => ManifestReader.Read(text.ToString()));

    /// <summary>Opens one file; <see langword="null"/> when it is no manifest, or cannot be read at all (the compiler says so itself).</summary>
    public ManifestFile? Open(AdditionalText file, AnalyzerOptions options, CancellationToken cancellation) =>
        ManifestFile.IsManifest(file, options.AnalyzerConfigOptionsProvider)
        && file.GetText(cancellation) is { } text
        && context.TryGetValue(text, Readings, out var reading)
            ? new(file, text, reading)
            : null;

    /// <summary>Opens all manifests of a compilation, ordered by path: the same order on every machine.</summary>
    public IReadOnlyList<ManifestFile> OpenAll(AnalyzerOptions options, CancellationToken cancellation) =>
    [
        .. options.AdditionalFiles
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .Select(file => Open(file, options, cancellation))
            .OfType<ManifestFile>(),
    ];
}
