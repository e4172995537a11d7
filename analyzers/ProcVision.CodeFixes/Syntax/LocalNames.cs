using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.CodeFixes.Syntax;

/// <summary>Names of new variables.</summary>
internal static class LocalNames
{
    /// <summary>A name made of a key that nothing in the member has: <c>last_areas</c> gives <c>lastAreas</c>.</summary>
    public static string New(string key, SemanticModel model, SyntaxNode place)
    {
        string[] words = key.Split(['_', '-', '.', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        string name = string.Concat(words.Select((w, i) => (i == 0 ? char.ToLowerInvariant(w[0]) : char.ToUpperInvariant(w[0])) + w.Substring(1)));
        if (!SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
            name = "value";
        var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var taken = new HashSet<string>(
            model.LookupSymbols(place.SpanStart).Where(s => s is ILocalSymbol or IParameterSymbol).Select(s => s.Name)
                .Concat(member?.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken) && IsDeclared(t)).Select(t => t.ValueText) ?? []));
        string free = name;
        for (int i = 2; taken.Contains(free); i++)
            free = name + i.ToString(CultureInfo.InvariantCulture);
        return free;
    }

    private static bool IsDeclared(SyntaxToken token) => token.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax or ForEachStatementSyntax;
}
