using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Compile;

/// <summary>Parsed sources and what they reference; every measurement compiles them anew.</summary>
internal sealed class Project
{
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<MetadataReference> _references;

    private Project(string name, IEnumerable<string> files, string? manifest, Func<string, bool> isReferenced)
    {
        Name = name;
        const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        _trees =
        [
            CSharpSyntaxTree.ParseText(Usings, Parsing),
            .. files.Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Parsing, path)),
        ];
        _references =
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => isReferenced(Path.GetFileNameWithoutExtension(path)))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
        Manifest = manifest is null ? null : new ManifestFile(manifest);

        // What somebody else generates is there before the clock starts.
        _ = DriverOf(Parts.OfJson).RunGeneratorsAndUpdateCompilation(Compile(), out var withJson, out _);
        _trees = [.. withJson.SyntaxTrees];

        // What is not compiled to its end would be measured too well.
        var errors = Driver().RunGeneratorsAndUpdateCompilation(Compile(), out var generated, out _) is not null
            ? generated.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList()
            : [];
        if (errors.Count > 0)
            throw new InvalidOperationException($"{name} does not compile: {errors[0]}");
    }

    public string Name { get; }

    public ManifestFile? Manifest { get; }

    public int Files => _trees.Length;

    public int Lines => _trees.Sum(tree => tree.GetText().Lines.Count);

    /// <summary>The analyzers themselves: no line of them is about an algorithm, and nothing they reference is the Sdk.</summary>
    public static Project WithoutSdk() => new(
        "A project that does not reference the Sdk",
        [.. Sources("analyzers/ProcVision.Analyzers"), .. Sources("common")],
        manifest: null,
        assembly => !assembly.StartsWith("ProcVision.", StringComparison.Ordinal));

    public static Project OfAnAlgorithm() => new(
        "samples/AlgorithmExample",
        Sources("samples/AlgorithmExample"),
        "samples/AlgorithmExample/manifest.json",
        assembly => assembly != "ProcVision.Analyzers");

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "measured", _trees, _references, new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The generators before their first run.</summary>
    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        Parts.Generators.Select(GeneratorExtensions.AsSourceGenerator), Manifest is null ? [] : [Manifest], Parsing, new ManifestOptions());

    public static GeneratorDriver DriverOf(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Parsing);

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);
}
