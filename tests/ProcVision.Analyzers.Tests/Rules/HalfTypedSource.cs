using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProcVision.Analyzers.Rules;

/// <summary>Breaks a source as its author does on the way to the next one that compiles.</summary>
/// <param name="random">Where the choices come from.</param>
/// <param name="corpus">Other sources, whose pieces are put in.</param>
internal sealed class HalfTypedSource(Random random, IReadOnlyList<string> corpus)
{
    private static readonly string[] Begun =
    [
        "ExecuteResult.Ng(", "ExecuteResult.Error(default", "return default;", "throw", "throw new", "step.", "step.Session.", "step.Session.Set(", "[Execute(", "[PreExecute(1)]",
        "partial", "static", "ref", "=>", "{", "}", "(", ")", "<", "\"", "$\"{", "is { ", "switch { _ => ", "with {", "[", "]", "..", "new(", "new DefectRect(", "default", "null!", "-1",
        "async", "await", "yield return", "using", "record", "extension(", "field", "unsafe", "#if DEBUG\n", "#endif\n", "/*", "nameof(", "typeof(", "stackalloc", "&", "*", "?", "??=", "1e400",
        "public", "class C : C", "void OnStepStart(", "struct", "in", "out var", "checked(", "delegate*<int, void>", "ToArray()", "ToList()", "this", "base", "goto case", "List<DefectRect> a = [];",
    ];

    /// <summary>The source with some of its pieces removed, doubled, exchanged or begun anew.</summary>
    public string Break(string source)
    {
        int changes = 1 + random.Next(3);
        for (int i = 0; i < changes; i++)
            source = BreakOnce(source);
        return source;
    }

    private string BreakOnce(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14)).GetRoot();
        var tokens = root.DescendantTokens().Where(t => t.Span.Length > 0).ToList();
        if (tokens.Count < 2)
            return source;
        var token = Any(tokens);
        switch (random.Next(13))
        {
            case 0:
                return Put(source, token.Span, "");
            case 1:
                return Put(source, token.Span, $"{token} {token}");
            case 2:
                return Exchange(source, token.Span, Any(tokens).Span);
            case 3:
                int first = random.Next(tokens.Count);
                return Put(source, TextSpan.FromBounds(tokens[first].SpanStart, tokens[Math.Min(tokens.Count - 1, first + random.Next(8))].Span.End), "");
            case 4:
                return Put(source, token.Span, Any(tokens).Text);
            case 5:
                return Put(source, new(token.SpanStart, 0), Any(Begun) + " ");
            case 6:
                return source[..token.SpanStart];
            case 7:
                return Put(source, AnyOf<MemberDeclarationSyntax>(root).Span, "");
            case 8:
                var twice = AnyOf<MemberDeclarationSyntax>(root);
                return Put(source, new(twice.Span.End, 0), "\n" + twice);
            case 9:
                return Exchange(source, AnyOf<MemberDeclarationSyntax>(root).Span, AnyOf<MemberDeclarationSyntax>(root).Span);
            case 10:
                return Put(source, AnyOf<ExpressionSyntax>(root).Span, AnyOf<ExpressionSyntax>(CSharpSyntaxTree.ParseText(Any(corpus)).GetRoot()).ToString());
            case 11:
                return AnyOf<VariableDeclaratorSyntax>(root) is VariableDeclaratorSyntax { Initializer: { } initializer } variable
                    ? Put(source, AnyOf<ExpressionSyntax>(initializer).Span, variable.Identifier.Text)
                    : source;
            default:
                return Put(source, AnyOf<StatementSyntax>(root).Span, AnyOf<StatementSyntax>(CSharpSyntaxTree.ParseText(Any(corpus)).GetRoot()).ToString());
        }
    }

    private static string Put(string source, TextSpan span, string text) => string.Concat(source.AsSpan(0, span.Start), text, source.AsSpan(span.End));

    private static string Exchange(string source, TextSpan one, TextSpan other)
    {
        if (one.Start > other.Start)
            (one, other) = (other, one);
        return one.End > other.Start ? source : Put(Put(source, other, source[one.Start..one.End]), one, source[other.Start..other.End]);
    }

    private SyntaxNode AnyOf<T>(SyntaxNode root)
        where T : SyntaxNode
    {
        var all = root.DescendantNodes().OfType<T>().ToList();
        return all.Count == 0 ? root : Any(all);
    }

    private T Any<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
