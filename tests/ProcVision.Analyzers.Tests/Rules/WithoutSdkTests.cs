using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Rules;

/// <summary>
/// The analyzers are in every project of a solution whose build files bring them to all. A project that does not reference the Sdk pays for one question per analyzer.
/// </summary>
public sealed class WithoutSdkTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;

        namespace Plant;

        [AttributeUsage(AttributeTargets.All)]
        public sealed class AlgorithmAttribute : Attribute;

        [Algorithm]
        public sealed class Gauge
        {
            private static readonly Dictionary<string, int> Counts = [];

            public int Count { get; set; }

            public void Step(string key)
            {
                Counts[key] = Count++;
                Console.WriteLine(DateTime.Now);
                System.Threading.Thread.Sleep(1);
            }
        }
        """;

    public static TheoryData<string> Names => [.. Catalogue.Analyzers.Where(a => a is not DiagnosticSuppressor).Select(a => a.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_analyzer_looks_at_nothing_where_the_Sdk_is_not_referenced(string name)
    {
        var counts = await CountAsync(withSdk: false, name);

        Assert.Equal((1, 0), (counts.CompilationStartActionsCount, ActionsOf(counts)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_analyzer_looks_at_something_where_the_Sdk_is_referenced_and_runs_concurrently(string name)
    {
        var counts = await CountAsync(withSdk: true, name);

        Assert.True(counts.Concurrent, name);
        Assert.NotEqual(0, ActionsOf(counts));
    }

    private static async Task<AnalyzerTelemetryInfo> CountAsync(bool withSdk, string name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        string manifest = Demo.WithParams("""{ "key": "count", "type": "int", "required": true, "default": 6 }""");
        var project = new TestProject().Code(Source).Manifest(manifest);
        if (withSdk)
            _ = project.Code($"namespace Plant {{ using ProcVision; [ProcVision.Algorithm] public sealed partial class Demo {{ {Demo.Locate} }} }}");
        var compilation = withSdk ? project.Build().Compilation : project.Compile().WithReferences(Net100.References.All);
        var run = compilation.WithAnalyzers([.. Catalogue.Analyzers], new AnalyzerOptions(project.Manifests.CastArray<Microsoft.CodeAnalysis.AdditionalText>(), project.Options));
        Assert.DoesNotContain(await run.GetAnalyzerDiagnosticsAsync(cancellation), d => d.Id == "AD0001" || (!withSdk && d.Id.StartsWith("PV", StringComparison.Ordinal)));
        return await run.GetAnalyzerTelemetryInfoAsync(Catalogue.Analyzers.Single(a => a.GetType().Name == name), cancellation);
    }

    /// <summary>Everything but the question at the start.</summary>
    private static int ActionsOf(AnalyzerTelemetryInfo counts) => typeof(AnalyzerTelemetryInfo).GetProperties()
        .Where(p => p.PropertyType == typeof(int) && p.Name.EndsWith("ActionsCount", StringComparison.Ordinal) && p.Name != nameof(counts.CompilationStartActionsCount))
        .Sum(p => (int)p.GetValue(counts)!);
}
