using Microsoft.CodeAnalysis;

namespace Compile;

/// <summary>The floor: asks the compilation for one type, which binds its references, as any generator does.</summary>
internal sealed class IdleGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider.Select(static (compilation, _) => compilation.GetTypeByMetadataName("No.Such.Type") is null),
        static (_, _) => { });
}
