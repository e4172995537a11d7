using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Sessions.Keys;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>Names a serializer context for a type, and sees to it that the context knows the type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Context">A context of the project; null when one is to be made.</param>
internal sealed record ContextEdit(INamedTypeSymbol Type, INamedTypeSymbol? Context)
{
    private const string NewName = "SessionJson";

    public string Title => Context is null
        ? $"Let a new JsonSerializerContext write '{Type.Name}'"
        : $"Let '{Context.Name}' write '{Type.Name}'";

    /// <summary>Contexts that a type can name and a fix can add to.</summary>
    public static IEnumerable<INamedTypeSymbol> ContextsOf(Compilation compilation) =>
        compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(t => t is { TypeKind: TypeKind.Class, IsAbstract: false, Arity: 0, IsFileLocal: false }
                && ValueContext.IsContext(t)
                && compilation.IsSymbolAccessibleWithin(t, compilation.Assembly)
                && t.DeclaringSyntaxReferences.Any(r => !r.SyntaxTree.IsGenerated()))
            .OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal);

    public async Task<Solution> ApplyAsync(Document document, Compilation compilation, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(document.Project.Solution);
        string name = Context?.Name ?? NewNameIn(Type.ContainingNamespace);
        if (await Declared.InAsync(editor, Type, cancellation).ConfigureAwait(false) is not var (declaration, typeDocument))
            return editor.OriginalSolution;
        if (Type.Attribute(SdkNames.SessionValueAttribute)?.ApplicationSyntaxReference is { } mark && editor.OriginalSolution.GetDocument(mark.SyntaxTree) is { } marked)
        {
            var markDocument = await editor.GetDocumentEditorAsync(marked.Id, cancellation).ConfigureAwait(false);
            var syntax = (AttributeSyntax)await mark.GetSyntaxAsync(cancellation).ConfigureAwait(false);
            var argument = Argument(markDocument, syntax, name);
            markDocument.ReplaceNode(syntax, syntax.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument))));
        }
        else if (compilation.GetTypeByMetadataName(SdkNames.SessionValueAttribute) is { } attribute)
        {
            AttributeEdit.Add(typeDocument, declaration, attribute, Argument(typeDocument, declaration, name));
        }

        if (Context is not null)
        {
            await AddTypeAsync(editor, Context, Type, compilation, cancellation).ConfigureAwait(false);
            return editor.GetChangedSolution();
        }

        var owner = editor.OriginalSolution.GetDocument(declaration.SyntaxTree)!;
        return editor.GetChangedSolution().GetProject(owner.Project.Id)!
            .AddDocument(name + ".cs", NewContext(name, AttributeEdit.EndOfLine(declaration).ToString()), owner.Folders)
            .Project.Solution;
    }

    /// <summary>Adds <c>[JsonSerializable(typeof(T))]</c> to a context that has it not.</summary>
    public static async Task AddTypeAsync(SolutionEditor editor, INamedTypeSymbol context, INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (ValueContext.Obstacle(type, context, compilation) is null
            || compilation.GetTypeByMetadataName(ValueContext.Serializable) is not { } serializable
            || await Declared.InAsync(editor, context, cancellation).ConfigureAwait(false) is not var (declaration, document))
            return;
        var argument = SyntaxFactory.AttributeArgument(SyntaxFactory.TypeOfExpression(TypeNames.In(document, declaration, type)));
        AttributeEdit.Add(document, declaration, serializable, argument);
    }

    private AttributeArgumentSyntax Argument(DocumentEditor document, SyntaxNode place, string name) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(nameof(Context)).WithTrailingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(SyntaxFactory.Space),
        nameColon: null,
        SyntaxFactory.TypeOfExpression(Context is null ? SyntaxFactory.IdentifierName(name) : TypeNames.In(document, place, Context)));

    private string NewContext(string name, string end)
    {
        string type = Type.ToDisplayString(new SymbolDisplayFormat(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes));
        string space = Type.ContainingNamespace is { IsGlobalNamespace: false } inside ? $"namespace {inside.ToDisplayString()};\n\n" : "";
        string text = $"using System.Text.Json.Serialization;\n\n{space}[JsonSerializable(typeof({type}))]\ninternal sealed partial class {name} : JsonSerializerContext;\n";
        return text.Replace("\n", end);
    }

    private static string NewNameIn(INamespaceSymbol space)
    {
        string name = NewName;
        for (int i = 2; space.GetTypeMembers(name).Length > 0; i++)
            name = NewName + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }
}
