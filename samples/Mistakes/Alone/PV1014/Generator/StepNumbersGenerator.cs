using Microsoft.CodeAnalysis;

namespace Mistakes.PV1014;

/// <summary>A generator of somebody else: the generator of the Sdk never sees what it writes.</summary>
[Generator]
public sealed class StepNumbersGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterPostInitializationOutput(output => output.AddSource("Steps.g.cs", "public static class Steps { public const int Locate = 1; }"));
}
