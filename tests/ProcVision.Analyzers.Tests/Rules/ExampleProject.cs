using System.Collections.Concurrent;
using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Rules;

/// <summary>One side of a rule's example, compiled by itself with every generator and analyzer of the assembly, and the generator of System.Text.Json.</summary>
internal static class ExampleProject
{
    private static readonly ConcurrentDictionary<(string Id, string Side), Lazy<Task<IReadOnlyList<ExampleFinding>>>> Compiled = new();

    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private static readonly SyntaxTree Imports = CSharpSyntaxTree.ParseText(
        "global using System; global using System.Collections.Generic; global using ProcVision;", Parsing, "/Imports.cs");

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(AlgorithmAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Imaging.ImageFile).Assembly.Location),
    ];

    /// <summary>Warnings and errors of the compiler and every finding of the analyzers, in the order of the files.</summary>
    /// <param name="example">The rule.</param>
    /// <param name="side"><c>Failing</c> or <c>Fixed</c>.</param>
    public static Task<IReadOnlyList<ExampleFinding>> CompileAsync(RuleExample example, string side) =>
        Compiled.GetOrAdd((example.Id, side), _ => new(() => RunAsync(example, side))).Value;

    private static async Task<IReadOnlyList<ExampleFinding>> RunAsync(RuleExample example, string side)
    {
        var manifests = example.Files(side, "json").Select(file => new FileOnDisk(file.Path));
        ImmutableArray<AdditionalText> files = [.. manifests, new ListOfFiles(example)];
        var sources = example.Files(side, "cs").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), Parsing, file.Path));
        var compilation = CSharpCompilation.Create(
            Path.GetFileName(example.ProjectFolder),
            sources.Prepend(Imports),
            References,
            new(IsProgram(example) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

        var options = new FileOptions(example.ProjectFolder);
        IEnumerable<IIncrementalGenerator> generators = [.. Catalogue.Generators, JsonGenerator.Create()];
        if (example.Id == "PV1014")
            generators = generators.Append(new Mistakes.PV1014.StepNumbersGenerator());
        _ = CSharpGeneratorDriver
            .Create(generators.Select(GeneratorExtensions.AsSourceGenerator), files, Parsing, options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var fromGenerators);
        var findings = await generated.WithAnalyzers([.. Catalogue.Analyzers], new AnalyzerOptions(files, options)).GetAnalyzerDiagnosticsAsync();

        var texts = files.ToDictionary(file => file.Path, file => file.GetText()!);
        return
        [
            .. generated.GetDiagnostics().Concat(fromGenerators).Where(d => d.Severity >= DiagnosticSeverity.Warning)
                .Concat(findings.Where(d => d.Severity >= DiagnosticSeverity.Info))
                .Where(d => !d.IsSuppressed)
                .Select(d => ExampleFinding.Of(d, example, texts))
                .OrderBy(f => f.File, StringComparer.Ordinal)
                .ThenBy(f => f.Lines.Start)
                .ThenBy(f => f.Id, StringComparer.Ordinal)
                .ThenBy(f => f.Message, StringComparer.Ordinal),
        ];
    }

    private static bool IsProgram(RuleExample example) =>
        example.IsAlone && File.ReadAllText(example.ProjectPath).Contains("<OutputType>Exe</OutputType>", StringComparison.Ordinal);

    /// <summary>Read from its bytes, as the compiler does it: with a byte order mark it need not be UTF-8.</summary>
    private sealed class FileOnDisk(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text.Value;

        private readonly Lazy<SourceText> _text = new(() => SourceText.From(new MemoryStream(File.ReadAllBytes(path))));
    }

    /// <summary>The files that there are, as the build files of the package list them.</summary>
    private sealed class ListOfFiles(RuleExample example) : AdditionalText
    {
        public override string Path => System.IO.Path.Combine(example.ProjectFolder, "obj", "ProcVision.files.txt");

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(string.Join('\n', example.Assets));
    }

    /// <summary>What the build files of the package tell the compiler.</summary>
    private sealed class FileOptions(string projectFolder) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new()
        {
            ["build_property.RootNamespace"] = "Mistakes",
            ["build_property.ProjectDir"] = projectFolder + Path.DirectorySeparatorChar,
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(textFile is FileOnDisk
            ? new()
            {
                ["build_metadata.AdditionalFiles.ProcVisionManifest"] = "true",
                ["build_metadata.AdditionalFiles.ProcVisionManifestPath"] = Path.GetRelativePath(projectFolder, textFile.Path).Replace('\\', '/'),
            }
            : new() { ["build_metadata.AdditionalFiles.ProcVisionFileList"] = "true" });

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
