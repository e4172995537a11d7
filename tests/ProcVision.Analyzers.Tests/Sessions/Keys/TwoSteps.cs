using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>An algorithm with two steps and a session struct, of which a test writes the bodies that it is about.</summary>
internal sealed record TwoSteps
{
    public string PreLocate { get; init; } = "";

    public string Locate { get; init; } = "";

    public string PreInspect { get; init; } = "";

    public string Inspect { get; init; } = "";

    /// <summary>Further members of the algorithm class.</summary>
    public string Members { get; init; } = "";

    /// <summary>Further types.</summary>
    public string Types { get; init; } = "";

    /// <summary>What the algorithm class derives from, with its colon.</summary>
    public string Base { get; init; } = "";

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public string Source => $$"""
        {{KeyedStep.Imports}}
        public sealed record Template(string Name, double Score);
        public enum Grade { None, Good, Bad }
        [Session] public readonly ref partial struct State
        {
            public partial Rect? Tray { get; set; }
            public partial Template? Template { get; set; }
            public partial int Count { get; set; }
            public partial double Light { get; set; }
            public partial bool IsLocated { get; set; }
            public partial string Code { get; set; }
            public partial List<Rect> Parts { get; set; }
            public partial Grade Grade { get; set; }
        }
        [Algorithm(Session = typeof(State))] public sealed partial class Demo {{Base}}
        {
            [PreExecute(1)] PreResult PreLocate(in LocateStep step)
            {
                {{PreLocate}}
                return PreResult.Ok("");
            }
            [Execute(1)] ExecuteResult Locate(in LocateStep step)
            {
                {{Locate}}
                return ExecuteResult.Ok();
            }
            [PreExecute(2)] PreResult PreInspect(in InspectStep step)
            {
                {{PreInspect}}
                return PreResult.Ok("");
            }
            [Execute(2)] ExecuteResult Inspect(in InspectStep step)
            {
                {{Inspect}}
                return ExecuteResult.Ok();
            }
            void Use<T>(T value) { }
            {{Members}}
        }
        {{Types}}
        """;

    public Task<IReadOnlyList<string>> FindAsync(params MetadataReference[] references)
    {
        var project = new TestProject { Output = Output, Nullable = Nullable };
        foreach (var reference in references)
            project.Reference(reference);
        return RuleTest.FindAsync(project, Source, Demo.TwoSteps);
    }
}
