using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>A generator of somebody else: its constants and types are there for analyzers, and not for our generator.</summary>
internal sealed class ConstantGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Steps.g.cs", """
            public static class Steps { public const int Locate = 1; }
            public enum Quality { Good, Bad }
            [ProcVision.Session] public readonly ref partial struct ForeignSession { public static ForeignSession Over(ProcVision.Session session) => default; }
            """));
}
