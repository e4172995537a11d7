using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Rules;
using ProcVision.Json;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

/// <summary>Reports what is wrong with a manifest in itself, at the exact place in its text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ManifestAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors = new[]
    {
        ManifestRules.NotJson,
        ManifestRules.FieldMissing,
        ManifestRules.WrongKind,
        ManifestRules.DuplicateKey,
        ManifestRules.UnknownKey,
        ManifestRules.NotUtf8,
        ManifestRules.NameForm,
        ManifestRules.VersionForm,
        ManifestRules.EntryPointForm,
        ManifestRules.NoDescription,
        ManifestRules.NoPids,
        ManifestRules.DuplicatePid,
        ManifestRules.TooManyPids,
        ManifestRules.PidForm,
        ManifestRules.PlaceholderPid,
        ManifestRules.ManyPids,
        ManifestRules.PidsDifferByCase,
        ManifestRules.PidIsNoFileName,
        ManifestRules.StepIndexTooSmall,
        ManifestRules.DuplicateStepIndex,
        ManifestRules.DuplicateStepId,
        ManifestRules.StepsOutOfOrder,
        ManifestRules.StepNumbersHaveGap,
        ManifestRules.DuplicateStepName,
        ManifestRules.UnknownParamType,
        ManifestRules.LimitsCrossed,
        ManifestRules.DefaultNotAccepted,
        ManifestRules.ChoicesNotUsable,
        ManifestRules.DefaultNotAChoice,
        ManifestRules.DuplicateParamKey,
        ManifestRules.ForeignLimit,
        ManifestRules.AssetsForForeignPid,
        ManifestRules.LimitNotUsable,
        ManifestRules.AssetPathForm,
        ManifestRules.PatternExplodes,
        ManifestRules.FloatWithoutUnit,
        ManifestRules.AssetOfPidMissing,
        ManifestRules.ChoiceSpelling,
        ManifestRules.ParamKeysDifferByCase,
    }.ToImmutableDictionary(static rule => rule.Id, static rule => Rule.Create(rule));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Descriptors.Values.OrderBy(static d => d.Id, StringComparer.Ordinal)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        var files = new ManifestFiles(context);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkNames.AlgorithmAttribute) is not null)
                start.RegisterAdditionalFileAction(file => Analyze(file, files));
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, ManifestFiles files)
    {
        if (files.Open(context.AdditionalFile, context.Options, context.CancellationToken) is not { } manifest)
            return;

        // On Windows the compiler decodes what is no UTF-8 with the machine's code page, without a word. (Elsewhere the reader sees it.)
        if (manifest.Text.Encoding is { } encoding && encoding.CodePage != Encoding.UTF8.CodePage)
            Report(context, manifest, new(ManifestRules.NotUtf8, new JsonSpan(0, 0), $"as '{encoding.WebName}'"));

        foreach (var problem in manifest.Reading.Problems)
            Report(context, manifest, problem);
    }

    private static void Report(AdditionalFileAnalysisContext context, ManifestFile manifest, ManifestProblem problem) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors[problem.Rule.Id],
            manifest.LocationOf(problem.Span),
            [.. problem.Arguments]));
}
