using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Manifest;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>A manifest as the generator sees it: without positions, so equal however it is formatted.</summary>
/// <param name="Path">Below the algorithm's root, with <c>/</c>.</param>
/// <param name="Model">What it says; null when it is no JSON object.</param>
internal sealed record ManifestSource(string Path, ManifestModel? Model)
{
    /// <summary>Reads a manifest; null for any other file.</summary>
    public static ManifestSource? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        if (!ManifestFile.IsManifest(file, options))
            return null;
        return new(ManifestFile.OutputPathOf(file, options), file.GetText(cancellation) is { } text ? ManifestReader.Read(text.ToString()).Model : null);
    }
}
