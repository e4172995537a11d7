using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Compiler;

/// <summary>What the build files of the package tell the compiler.</summary>
/// <param name="properties">The compiler-visible properties.</param>
internal sealed class TestOptions(IEnumerable<KeyValuePair<string, string>> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Values(properties.ToDictionary(p => "build_property." + p.Key, p => p.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(textFile is TestManifest manifest
        ? new()
        {
            ["build_metadata.AdditionalFiles.ProcVisionManifest"] = "true",
            ["build_metadata.AdditionalFiles.ProcVisionManifestPath"] = manifest.RelativePath,
        }
        : []);

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
