using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProcVision.Analyzers.Compiler;

/// <summary>A project as the compiler gets it: sources, manifests, options and the real Sdk.</summary>
internal sealed class TestProject
{
    public static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp14)
        .WithDocumentationMode(DocumentationMode.Diagnose);

    private readonly List<(string Path, string Text)> _sources = [];
    private readonly List<TestManifest> _manifests = [];
    private readonly List<MetadataReference> _references =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(AlgorithmAttribute).Assembly.Location)];

    private readonly Dictionary<string, string> _properties = new() { ["RootNamespace"] = "Plant" };

    public NullableContextOptions Nullable { get; set; } = NullableContextOptions.Enable;

    public OutputKind Output { get; set; } = OutputKind.DynamicallyLinkedLibrary;

    public string AssemblyName { get; set; } = "demo";

    /// <summary>Generators of somebody else, which run beside ours.</summary>
    public List<IIncrementalGenerator> OtherGenerators { get; } = [];

    public ImmutableArray<TestManifest> Manifests => [.. _manifests];

    public TestOptions Options => new(_properties);

    /// <summary>Adds a C# file; <c>System</c> and <c>ProcVision</c> are not imported by themselves.</summary>
    public TestProject Code([StringSyntax("c#-test")] string source, string? path = null)
    {
        _sources.Add((path ?? $"/project/File{_sources.Count}.cs", source));
        return this;
    }

    public TestProject Manifest([StringSyntax("json")] string json, string path = "manifest.json")
    {
        _manifests.Add(new(path, json));
        return this;
    }

    public TestProject Property(string name, string value)
    {
        _properties[name] = value;
        return this;
    }

    public TestProject Reference(MetadataReference reference)
    {
        _references.Add(reference);
        return this;
    }

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        AssemblyName,
        _sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, Parsing, s.Path)),
        _references,
        new(Output, nullableContextOptions: Nullable, generalDiagnosticOption: ReportDiagnostic.Error, allowUnsafe: true));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new AlgorithmGenerator().AsSourceGenerator(), .. OtherGenerators.Select(GeneratorExtensions.AsSourceGenerator)],
        _manifests,
        Parsing,
        Options,
        new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generators and compiles what came out.</summary>
    public TestBuild Build()
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Compile(), out var compilation, out var diagnostics);
        return new(this, (CSharpCompilation)compilation, driver.GetRunResult(), diagnostics);
    }
}
