using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Whether an assembly needs an entry point: it is an executable, and the author wrote none.</summary>
internal static class ProgramQueries
{
    /// <summary>Looks at syntax only: a test project's own entry point is seen as well, and no edit in a method body is.</summary>
    public static IncrementalValueProvider<bool> IsWanted(IncrementalGeneratorInitializationContext context)
    {
        var written = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => IsEntryPoint(node), static (_, _) => true)
            .Collect()
            .Select(static (found, _) => !found.IsEmpty);
        var isExecutable = context.CompilationProvider.Select(static (compilation, _) => compilation.Options.OutputKind
            is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication);
        return written.Combine(isExecutable).Select(static (pair, _) => pair is { Left: false, Right: true });
    }

    private static bool IsEntryPoint(SyntaxNode node) => node switch
    {
        GlobalStatementSyntax => true,
        MethodDeclarationSyntax { Identifier.ValueText: "Main" } method => method.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };
}
