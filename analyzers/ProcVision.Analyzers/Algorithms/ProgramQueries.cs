using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Whether an assembly needs an entry point: it is an executable, and the author wrote none.</summary>
internal static class ProgramQueries
{
    /// <summary>What was found in a file; only the file that is being edited is looked at again.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Looked = new();

    /// <summary>
    /// Looks at declarations only: a test project's own entry point is seen as well. A library, and a program without an algorithm, pay for nothing: a syntax provider would
    /// visit every node of every file there as well.
    /// </summary>
    public static IncrementalValueProvider<bool> IsWanted(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<AlgorithmRow>> rows) =>
        context.CompilationProvider.Combine(rows.Select(static (all, _) => !all.IsEmpty)).Select(static (pair, cancellation) =>
            pair is { Right: true, Left.Options.OutputKind: OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication }
            && !pair.Left.SyntaxTrees.Any(tree => HasEntryPoint(tree, cancellation)));

    private static bool HasEntryPoint(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!Looked.TryGetValue(tree, out var found))
        {
            cancellation.ThrowIfCancellationRequested();
            found = Looked.GetValue(tree, t => new(t.GetRoot(cancellation) is CompilationUnitSyntax { Members: var members } && members.Any(IsEntryPoint)));
        }

        return found.Value;
    }

    private static bool IsEntryPoint(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax => true,
        MethodDeclarationSyntax { Identifier.ValueText: "Main" } method => method.Modifiers.Any(SyntaxKind.StaticKeyword),
        BaseNamespaceDeclarationSyntax space => space.Members.Any(IsEntryPoint),
        TypeDeclarationSyntax type => type.Members.Any(IsEntryPoint),
        _ => false,
    };
}
