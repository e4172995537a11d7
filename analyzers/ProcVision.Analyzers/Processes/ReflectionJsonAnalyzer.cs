using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds calls of <c>JsonSerializer</c> without type info: published natively, they throw.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReflectionJsonAnalyzer : DiagnosticAnalyzer
{
    private const string Space = "System.Text.Json.";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ProcessRules.ReflectionJson];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is { } project && start.Compilation.GetTypeByMetadataName(Space + "JsonSerializer") is { } serializer)
                start.RegisterOperationAction(operation => Analyze(operation, project, serializer), OperationKind.Invocation, OperationKind.MethodReference);
        });
    }

    private static void Analyze(OperationAnalysisContext context, AlgorithmProject project, INamedTypeSymbol serializer)
    {
        if (MemberUse.Of(context.Operation) is not { Member: IMethodSymbol method } use
            || !SymbolEqualityComparer.Default.Equals(method.ContainingType, serializer)
            || !method.Parameters.Any(p => p.Type.Is(Space + "JsonSerializerOptions")))
            return;
        var call = context.Operation as IInvocationOperation;
        var options = call?.Arguments.FirstOrDefault(a => a.Parameter?.Type.Is(Space + "JsonSerializerOptions") == true)?.Value;
        if ((options is null || IsByReflection(options)) && project.Owns(context.ContainingSymbol))
            use.Report(context, ProcessRules.ReflectionJson, method.Name, TypeOf(method, call));
    }

    /// <summary>Whether options surely have no type info; what is made elsewhere may.</summary>
    private static bool IsByReflection(IOperation options) => ValueOrigin.Of(options) switch
    {
        { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation => true,
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Default" or "Web" or "Strict", ContainingType: { } type } } => type.Is(Space + "JsonSerializerOptions"),
        IObjectCreationOperation { Arguments.Length: 0 } made => made.Initializer?.Initializers.Any(NamesResolver) != true && !IsChanged(options),
        _ => false,
    };

    private static bool NamesResolver(IOperation member) =>
        member.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(p => p.Property.Name is "TypeInfoResolver" or "TypeInfoResolverChain");

    /// <summary>Options with a name may get their resolver, or more, in the lines below their making.</summary>
    private static bool IsChanged(IOperation options)
    {
        var root = options;
        while (root.Parent is { } parent)
            root = parent;
        return NamesResolver(root);
    }

    private static string TypeOf(IMethodSymbol method, IInvocationOperation? call)
    {
        var type = method.TypeArguments.FirstOrDefault()
            ?? call?.Arguments.Select(a => ValueOrigin.WithoutConversions(a.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
        return type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "T";
    }
}
