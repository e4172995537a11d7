using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Generation;

/// <summary>What an edit computes anew, by the reasons of the generator's steps.</summary>
public sealed class IncrementalTests
{
    private const string Source = """
        using ProcVision;
        [Algorithm(Session = typeof(State))] public sealed partial class Demo
        {
            [Execute(1)] ExecuteResult Locate(in LocateStep step) { return ExecuteResult.Ok(); }
            [Execute(2)] ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
        }
        [Session] public readonly ref partial struct State { public partial int Count { get; set; } public partial Template? Best { get; set; } public partial Pose[] Poses { get; set; } }
        [SessionValue] public record Template(string Name, Template? Next) { public int Length() { return Name.Length; } }
        public struct Pose { public double X; private int _count; }
        """;

    private static readonly string[] Steps =
    [
        TrackingNames.Classes, TrackingNames.Manifests, TrackingNames.Algorithms, TrackingNames.Sessions, TrackingNames.Placeholders, TrackingNames.Table,
        TrackingNames.MarkedValues, TrackingNames.ValueLibraries, TrackingNames.Values,
    ];

    [Theory]
    [InlineData("return ExecuteResult.Ok();", "/* why */ return ExecuteResult.Ok();")]
    [InlineData("return ExecuteResult.Ok();", "int a = 1; return a > 0 ? ExecuteResult.Ok() : ExecuteResult.Ng(\"x\");")]
    [InlineData("using ProcVision;", "using ProcVision;\n\n// a comment that moves everything\n")]
    [InlineData("[Session]", "public class Unrelated { } [Session]")]
    [InlineData("[Execute(2)]", "int Helper(int x) => x; [Execute(2)]")]
    [InlineData("return Name.Length;", "return Name.Length + 1;")]
    [InlineData("public struct Pose {", "public struct Pose { public double Twice() => X * 2; public static int Count;")]
    public void An_edit_that_changes_no_declaration_prints_nothing(string old, string text)
    {
        var project = new TestProject().Code(Source).Manifest(Demo.TwoSteps);
        var run = Edit(project, compilation => Replace(compilation, old, text));

        AssertKept(run, Steps.Except([TrackingNames.Classes]));
        AssertNothingPrinted(run);
    }

    [Fact]
    public void A_reformatted_and_reordered_manifest_is_the_same_model()
    {
        const string Reordered = """
            { "steps": [ { "name": "检测", "id": "inspect", "index": 2 },
                         { "name": "定位", "index": 1, "id": "locate" } ],
              "supported_pids": [ "p001" ], "entry_point": "main:Demo",
              "version": "1.0.0", "name": "demo" }
            """;
        var project = new TestProject().Code(Source).Manifest(Demo.TwoSteps);
        var run = Edit(project, manifest: Reordered);

        AssertReasons(run, TrackingNames.Manifests, IncrementalStepRunReason.Unchanged);
        AssertKept(run, Steps);
        AssertNothingPrinted(run);
    }

    [Fact]
    public void Opting_in_to_execute_only_calls_is_printed()
    {
        var project = new TestProject().Code(Source).Manifest(Demo.TwoSteps);
        var run = Edit(project, compilation => Replace(compilation, "typeof(State))]", "typeof(State), ExecuteOnly = true)]"));

        AssertReasons(run, TrackingNames.Algorithms, IncrementalStepRunReason.Modified);
        Assert.Contains(run.GeneratedSources, file => file.SourceText.ToString().Contains("ExecuteOnly = true,", StringComparison.Ordinal));
    }

    [Fact]
    public void A_manifest_that_says_something_else_is_printed()
    {
        var project = new TestProject().Code(Source).Manifest(Demo.TwoSteps);
        var run = Edit(project, manifest: Demo.TwoSteps.Replace("检测", "检查", StringComparison.Ordinal));

        AssertReasons(run, TrackingNames.Algorithms, IncrementalStepRunReason.Modified);
        AssertKept(run, [TrackingNames.Classes, TrackingNames.Sessions, TrackingNames.Table]);
    }

    [Theory]
    [InlineData("record Template(string Name, Template? Next)", "record Template(string Name, Template? Next, int Score)")]
    [InlineData("private int _count;", "private long _count;")]
    [InlineData("[SessionValue] public record", "public record")]
    public void Another_form_of_a_value_is_printed_in_the_values_alone(string old, string text)
    {
        var project = new TestProject().Code(Source).Manifest(Demo.TwoSteps);
        var run = Edit(project, compilation => Replace(compilation, old, text));

        AssertReasons(run, TrackingNames.Values, IncrementalStepRunReason.Modified);
        AssertKept(run, [TrackingNames.Algorithms, TrackingNames.ValueLibraries]);
        Assert.DoesNotContain(run.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs), o => o.Reason == IncrementalStepRunReason.New);
    }

    [Fact]
    public void One_of_fifty_algorithms_changed_prints_one()
    {
        var run = Edit(Fifty(), compilation => Replace(compilation, "/* 7 */", "void Teardown() { }"));

        Assert.Equal(1, Reasons(run, TrackingNames.Algorithms).Count(r => r == IncrementalStepRunReason.Modified));
        Assert.Equal(1, Printed(run));
    }

    [Fact]
    public void A_keystroke_in_a_body_of_fifty_algorithms_prints_none()
    {
        var run = Edit(Fifty(), compilation => Replace(compilation, "return ExecuteResult.Ok(); /* 7 */", "return ExecuteResult.Ok(null); /* 7 */"));

        AssertReasons(run, TrackingNames.Classes, IncrementalStepRunReason.Unchanged);
        AssertKept(run, Steps);
        Assert.All(Reasons(run, TrackingNames.Manifests), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        AssertNothingPrinted(run);
    }

    private static TestProject Fifty()
    {
        var project = new TestProject();
        for (int i = 0; i < 50; i++)
        {
            string n = i.ToString(CultureInfo.InvariantCulture);
            project.Code($$"""
                using ProcVision;
                [Algorithm] public sealed partial class Demo{{n}}
                {
                    [Execute(1)] ExecuteResult Locate(in LocateStep step) { return ExecuteResult.Ok(); /* {{n}} */ }
                    /* {{n}} */
                }
                """);
            project.Manifest(Demo.OneStep.Replace(":Demo", ":Demo" + n, StringComparison.Ordinal), n + "/manifest.json");
        }

        return project;
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string old, string text)
    {
        var tree = compilation.SyntaxTrees.First(t => t.ToString().Contains(old, StringComparison.Ordinal));
        string source = tree.ToString();
        int at = source.LastIndexOf(old, StringComparison.Ordinal);
        string changed = source[..at] + text + source[(at + old.Length)..];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(changed, TestProject.Parsing, tree.FilePath));
    }

    private static GeneratorRunResult Edit(TestProject project, Func<CSharpCompilation, CSharpCompilation>? edit = null, string? manifest = null)
    {
        var compilation = project.Compile();
        var driver = project.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        Assert.NotEmpty(driver.GetRunResult().Results[0].GeneratedSources);
        if (manifest is not null)
            driver = driver.ReplaceAdditionalText(project.Manifests[0], new TestManifest(project.Manifests[0].RelativePath, manifest));
        return driver.RunGenerators(edit?.Invoke(compilation) ?? compilation.Clone(), TestContext.Current.CancellationToken).GetRunResult().Results[0];
    }

    private static ImmutableArray<IncrementalStepRunReason> Reasons(GeneratorRunResult run, string step) =>
        run.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(r => r.Outputs).Select(o => o.Reason)] : [];

    private static int Printed(GeneratorRunResult run) => run.TrackedOutputSteps
        .SelectMany(s => s.Value).SelectMany(s => s.Outputs)
        .Count(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    private static void AssertNothingPrinted(GeneratorRunResult run)
    {
        Assert.NotEmpty(run.TrackedOutputSteps);
        Assert.All(
            run.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static void AssertKept(GeneratorRunResult run, IEnumerable<string> steps) => Assert.All(steps, step =>
        Assert.All(Reasons(run, step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step} is {reason}")));

    private static void AssertReasons(GeneratorRunResult run, string step, IncrementalStepRunReason reason)
    {
        Assert.NotEmpty(Reasons(run, step));
        Assert.All(Reasons(run, step), r => Assert.Equal(reason, r));
    }
}
