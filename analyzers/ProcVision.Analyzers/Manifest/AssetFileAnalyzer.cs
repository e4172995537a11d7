using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Rules;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

/// <summary>Reports assets that do not exist. An analyzer may not look at the disk: the build files of the package list what is there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AssetFileAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Missing = Rule.Create(ManifestRules.AssetMissing);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Missing];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        var files = new ManifestFiles(context);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkNames.AlgorithmAttribute) is null)
                return;

            // Only asked for when there is a manifest.
            var list = new Lazy<FileList?>(() => FileList.Of(start.Options, start.CancellationToken));
            start.RegisterAdditionalFileAction(file => Analyze(file, files, list));
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, ManifestFiles files, Lazy<FileList?> listed)
    {
        if (files.Open(context.AdditionalFile, context.Options, context.CancellationToken) is not { } manifest
            || listed.Value is not { } list)
            return;

        string folder = FileList.FolderOf(manifest.Path);
        bool isComplete = list.IsComplete(folder);
        var problems = MissingAssets.Find(
            manifest.Reading,
            list.Below(folder, FileList.FolderOf(manifest.OutputPath(context.Options.AnalyzerConfigOptionsProvider))),
            path => path.StartsWith("assets/", StringComparison.Ordinal) || (isComplete && !IsLeftOut(path)));
        foreach (var problem in problems)
            context.ReportDiagnostic(Diagnostic.Create(Missing, manifest.LocationOf(problem.Span), [.. problem.Arguments]));
    }

    /// <summary>What the .NET SDK takes for nobody's source: output, and files that are hidden.</summary>
    private static bool IsLeftOut(string path) =>
        path.StartsWith("bin/", StringComparison.Ordinal) || path.StartsWith("obj/", StringComparison.Ordinal) || path[0] == '.' || path.Contains("/.");
}
