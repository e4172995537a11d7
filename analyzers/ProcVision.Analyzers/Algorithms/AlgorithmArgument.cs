using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>The named arguments of <c>[Algorithm(…)]</c>.</summary>
internal static class AlgorithmArgument
{
    public const string Session = "Session";
    public const string ExecuteOnly = "ExecuteOnly";

    /// <summary>The argument with a name in the text; the attribute when it has none.</summary>
    public static SyntaxNode? Find(AttributeData attribute, string name, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? syntax.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name) ?? (SyntaxNode)syntax
            : null;
}
