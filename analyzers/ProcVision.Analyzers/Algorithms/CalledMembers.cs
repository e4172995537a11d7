using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// Follows the calls within an algorithm class and the classes that it inherits from, by name: overloads are not told apart, and a method that is
/// only handed on as a delegate counts as called. This needs no binding.
/// </summary>
internal sealed class CalledMembers
{
    private readonly Dictionary<ISymbol, Moments> _moments;
    private readonly Dictionary<string, List<ISymbol>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, List<ISymbol>> _callees = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    private CalledMembers(INamedTypeSymbol algorithm, Dictionary<ISymbol, Moments> moments)
    {
        _moments = moments;
        for (var type = algorithm; type is not null && !type.DeclaringSyntaxReferences.IsEmpty; type = type.BaseType)
        {
            _types.Add(type.Name);
            foreach (var member in type.GetMembers().Where(m => m is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol))
            {
                if (!_members.TryGetValue(member.Name, out var namesakes))
                    _members.Add(member.Name, namesakes = []);
                namesakes.Add(member);
            }
        }
    }

    /// <summary>The members of these classes that something calls, also the step methods and hooks themselves, with their moments.</summary>
    public static IReadOnlyDictionary<ISymbol, Moments> Of(IReadOnlyList<INamedTypeSymbol> algorithms)
    {
        var moments = new Dictionary<ISymbol, Moments>(SymbolEqualityComparer.Default);
        foreach (var algorithm in algorithms)
            new CalledMembers(algorithm, moments).Follow(algorithm);
        return moments;
    }

    private void Follow(INamedTypeSymbol algorithm)
    {
        for (var type = algorithm; type is not null && !type.DeclaringSyntaxReferences.IsEmpty; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                var moment = StepCode.OwnMoment(member);

                // A property is called and has an initializer, at different moments.
                if (member is IPropertySymbol or IFieldSymbol)
                    FollowInitializer(member, moment);
                else if (moment != Moments.None)
                    Mark(member, moment);
            }
        }
    }

    private void Mark(ISymbol member, Moments moments)
    {
        var key = StepCode.KeyOf(member);
        _moments.TryGetValue(key, out var before);
        if ((before | moments) == before && _callees.ContainsKey(key))
            return;
        _moments[key] = before | moments;
        if (!_callees.TryGetValue(key, out var callees))
            _callees.Add(key, callees = [.. BodiesOf(member).SelectMany(NamedIn)]);
        foreach (var callee in callees)
            Mark(callee, moments);
    }

    private void FollowInitializer(ISymbol member, Moments moment)
    {
        foreach (var syntax in SyntaxOf(member))
        {
            var initializer = syntax is PropertyDeclarationSyntax property ? property.Initializer : (syntax as VariableDeclaratorSyntax)?.Initializer;
            foreach (var callee in initializer is null ? [] : NamedIn(initializer))
                Mark(callee, moment);
        }
    }

    private static IEnumerable<SyntaxNode> BodiesOf(ISymbol member) =>
        SyntaxOf(member).SelectMany(IEnumerable<SyntaxNode> (syntax) => syntax switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } body } => [body],
            PropertyDeclarationSyntax { AccessorList: { } accessors } => [accessors],
            BaseMethodDeclarationSyntax method => method.ChildNodes().Where(n => n is BlockSyntax or ArrowExpressionClauseSyntax or ConstructorInitializerSyntax),
            _ => [],
        });

    /// <summary>Both parts of a partial method, and nothing generated: the dispatch names every step method.</summary>
    private static IEnumerable<SyntaxNode> SyntaxOf(ISymbol member)
    {
        var references = member.DeclaringSyntaxReferences;
        if (member is IMethodSymbol { PartialImplementationPart: { } implementation })
            references = references.AddRange(implementation.DeclaringSyntaxReferences);
        return references.Where(r => !r.SyntaxTree.IsGenerated()).Select(r => r.GetSyntax());
    }

    private IEnumerable<ISymbol> NamedIn(SyntaxNode code) =>
        code.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(IsOfThisClass)
            .Select(name => name.Identifier.ValueText)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(name => _members.TryGetValue(name, out var members) ? members : []);

    private bool IsOfThisClass(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name =>
            access.Expression is ThisExpressionSyntax or BaseExpressionSyntax
            || (access.Expression is SimpleNameSyntax type && _types.Contains(type.Identifier.ValueText)),
        MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } inside when inside.Left == name => false,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => false,
        _ => true,
    };
}
