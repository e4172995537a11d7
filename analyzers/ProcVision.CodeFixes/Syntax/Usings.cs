using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.CodeFixes.Syntax;

/// <summary>Adds a <c>using</c> at its place in the order: <c>System</c> first, then by name.</summary>
internal static class Usings
{
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, string space)
    {
        var usings = root.Usings;
        if (usings.Any(u => IsPlain(u) && u.Name?.ToString() == space))
            return root;
        var end = AttributeEdit.EndOfLine(root);
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(end);
        if (usings.Count == 0)
        {
            // What stands above the first declaration belongs to it: its comment.
            return root.Externs.Count > 0 ? root.AddUsings(added) : root.WithUsings([added.WithTrailingTrivia(end, end)]);
        }

        int index = 0;
        while (index < usings.Count && (!IsPlain(usings[index]) ? usings[index].GlobalKeyword.RawKind != 0 : Compare(usings[index].Name!.ToString(), space) < 0))
            index++;
        if (index > 0)
            return root.WithUsings(usings.Insert(index, added));

        // A comment at the head of the file stays there.
        var head = usings[0].GetLeadingTrivia();
        return root.WithUsings(usings.Replace(usings[0], usings[0].WithoutLeadingTrivia()).Insert(0, added.WithLeadingTrivia(head)));
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword.RawKind == 0 && directive.GlobalKeyword.RawKind == 0;

    private static int Compare(string one, string other) =>
        IsSystem(one) == IsSystem(other) ? string.CompareOrdinal(one, other) : IsSystem(one) ? -1 : 1;

    private static bool IsSystem(string space) => space == "System" || space.StartsWith("System.", StringComparison.Ordinal);
}
