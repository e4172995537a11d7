using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ProcVision.Analyzers.Manifest;

/// <summary>A project with manifests, as the compiler sees it: additional files with item metadata.</summary>
/// <typeparam name="TAnalyzer">The analyzer under test.</typeparam>
internal sealed class ManifestTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string Root = "/project/";

    public ManifestTest()
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(Net100.References.All);
        TestState.AdditionalReferences.Add(typeof(AlgorithmAttribute).Assembly);
        TestCode = "";
    }

    /// <summary>Adds a file with the metadata that makes it a manifest, or with another value.</summary>
    public ManifestTest<TAnalyzer> Add(string manifest, string path = "manifest.json", string mark = "true", Encoding? encoding = null)
    {
        string full = Root + path;
        TestState.AdditionalFiles.Add((full, SourceText.From(manifest, encoding ?? Encoding.UTF8)));
        TestState.AnalyzerConfigFiles.Add((
            $"{Root}{TestState.AnalyzerConfigFiles.Count}.globalconfig",
            $"is_global = true\n[{full}]\nbuild_metadata.AdditionalFiles.ProcVisionManifest = {mark}\n"));
        return this;
    }

    /// <summary>Adds the list of files that the build hands to the compiler; <c>.</c> is the folder of the project.</summary>
    public ManifestTest<TAnalyzer> Files(params string[] lines)
    {
        const string List = Root + "obj/ProcVision.files.txt";
        TestState.AdditionalFiles.Add((List, SourceText.From(string.Join('\n', lines).Replace("./", Root, StringComparison.Ordinal), Encoding.UTF8)));
        TestState.AnalyzerConfigFiles.Add((
            Root + "files.globalconfig", $"is_global = true\n[{List}]\nbuild_metadata.AdditionalFiles.ProcVisionFileList = true\n"));
        return this;
    }

    public ManifestTest<TAnalyzer> Code(string source)
    {
        TestCode = source;
        return this;
    }

    /// <summary>Expects the rule at the markup <c>{|#0:…|}</c> with this message, and nothing else.</summary>
    public ManifestTest<TAnalyzer> Expect(string id, string message)
    {
        var severity = new TAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id).DefaultSeverity;
        ExpectedDiagnostics.Add(new DiagnosticResult(id, severity).WithLocation(0).WithMessage(message));
        return this;
    }
}
