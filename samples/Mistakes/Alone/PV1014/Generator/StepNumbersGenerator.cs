using Microsoft.CodeAnalysis;

namespace Mistakes.PV1014;

/// <summary>A generator of somebody else: the generator of the Sdk never sees what it writes.</summary>
[Generator]
public sealed class StepNumbersGenerator : IIncrementalGenerator
{
    // Not as post-initialization output, which all generators see.
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider,
        static (output, _) => output.AddSource("Steps.g.cs", "public static class Steps { public const int Locate = 1; }"));
}
