using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Generation;

/// <summary>A model that holds a symbol keeps a whole compilation alive, and is never equal to the next one.</summary>
public sealed class ModelLeakTests
{
    private const string Source = """
        using ProcVision;
        [Algorithm(Session = typeof(State))] public sealed partial class Demo
        {
            [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
            [Execute(2)] ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
            [Execute(3)] ExecuteResult Measure(in MeasureStep step) => ExecuteResult.Ok();
        }
        [Algorithm] public sealed class Rejected { [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok(); }
        [Session] public readonly ref partial struct State { public partial int Count { get; set; } public partial object Bad { get; set; } public partial Pose[] Poses { get; set; } }
        [SessionValue] public record Template(string Name, System.Collections.Generic.List<Pose?> Poses, Grade Grade, Template? Next);
        [SessionValue] public struct Pose { public double X { get; set; } public Grade? Grade; }
        [SessionValue] public sealed class Rejected2 { public nint Handle { get; set; } }
        public enum Grade { Good, Bad }
        """;

    [Fact]
    public void No_model_reaches_anything_of_the_compiler()
    {
        var project = new TestProject().Code(Source).Manifest(Demo.TwoSteps);
        var run = project.Driver().RunGenerators(project.Compile(), TestContext.Current.CancellationToken).GetRunResult().Results[0];
        string[] steps = [.. typeof(TrackingNames).GetFields().Select(f => (string)f.GetValue(null)!)];

        Assert.All(steps, step => Assert.Contains(step, run.TrackedSteps.Keys));
        foreach (string step in steps)
        {
            foreach (var (value, _) in run.TrackedSteps[step].SelectMany(s => s.Outputs))
                Walk(value, step, []);
        }
    }

    /// <summary>The walk itself must find what it looks for.</summary>
    [Fact]
    public void The_walk_finds_a_symbol_behind_a_closure()
    {
        var symbol = new TestProject().Compile().GlobalNamespace;
        Func<ISymbol> hidden = () => symbol;
        _ = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Walk(new[] { new { Inner = hidden } }, "", []));
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || (!value.GetType().IsValueType && !seen.Add(value)))
            return;
        Assert.False(
            value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or SemanticModel or AttributeData
                or SyntaxToken or SyntaxTrivia or AdditionalText or SourceText or Diagnostic or TextSpan,
            $"{path} is {value.GetType()}");
        if (value is string or Type or Pointer || value.GetType().IsPrimitive || value.GetType().IsEnum)
            return;
        if (value is IEnumerable items and not string)
        {
            foreach (object? item in items)
                Walk(item, path + "[]", seen);
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }
}
