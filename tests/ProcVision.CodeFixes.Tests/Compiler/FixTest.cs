using System.Diagnostics.CodeAnalysis;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Compiler;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.CodeFixes.Compiler;

/// <summary>
/// A project with the real Sdk, every generator and every analyzer, before and after a fix. The framework compiles both: what is fixed has no error and no
/// finding that is not marked, one by one and all at once.
/// </summary>
internal sealed class FixTest<TFix> : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    private const string Imports = """
        global using System;
        global using System.Collections.Generic;

        """;

    private bool _seesGenerated;

    public FixTest()
    {
        ReferenceAssemblies = new("net10.0");
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;

        // Two analyzers share a rule: by key and in a property it is the same mistake.
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        foreach (var state in (SolutionState[])[TestState, FixedState])
        {
            state.Sources.Add(("/0/Imports.cs", Imports));
        }

        TestState.AdditionalReferences.AddRange(Net100.References.All);
        TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(AlgorithmAttribute).Assembly.Location));
    }

    /// <summary>Adds a file before and after the fix.</summary>
    public FixTest<TFix> File(string name, string before, string after)
    {
        TestState.Sources.Add(("/0/" + name, before));
        FixedState.Sources.Add(("/0/" + name, after));
        return this;
    }

    /// <summary>Adds a file that only the fix makes.</summary>
    public FixTest<TFix> NewFile(string name, string text)
    {
        FixedState.Sources.Add(("/0/" + name, text));
        return this;
    }

    /// <summary>Adds a manifest, which no fix changes.</summary>
    public FixTest<TFix> Manifest([StringSyntax("json")] string json)
    {
        TestState.AdditionalFiles.Add(("/0/manifest.json", json));
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", """
            is_global = true
            [/0/manifest.json]
            build_metadata.AdditionalFiles.ProcVisionManifest = true
            """));
        return this;
    }

    /// <summary>The fix sees what is generated, as in an editor. A fix that searches the solution cannot run so.</summary>
    public FixTest<TFix> SeesGenerated()
    {
        _seesGenerated = true;
        SolutionTransforms.Add((solution, project) => solution.AddAnalyzerReference(project, new Generators()));
        return this;
    }

    /// <summary>The fix of this title; where no file changes, that it is not offered.</summary>
    public async Task RunAsync(string? title = null)
    {
        CodeActionEquivalenceKey = null;
        if (title is not null)
        {
            CodeActionVerifier = (action, verify) => verify.Equal(title, action.Title);
        }

        await RunAsync(TestContext.Current.CancellationToken);
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    protected override IEnumerable<Type> GetSourceGenerators() => _seesGenerated ? [] : [typeof(AlgorithmGenerator), JsonGenerator.Create().GetType()];

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() =>
        typeof(KeyRules).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t) && !typeof(DiagnosticSuppressor).IsAssignableFrom(t))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t, nonPublic: true)!);
}
