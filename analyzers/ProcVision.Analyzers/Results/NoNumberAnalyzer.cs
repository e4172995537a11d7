using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds NaN and the infinities where only JSON may go (conformance 163).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NoNumberAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.NoNumber];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ResultSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ResultSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (symbols.MakerOf(call) == "With")
            Look(context, call.Given("value"), "'With' throws an ArgumentException and the call is answered with 9999", depth: 0);
        else if (call.TargetMethod.Name == "Publish" && symbols.IsDiagnostics(call.TargetMethod.ContainingType))
            Look(context, call.Given("value"), "it is sent as a text, where readers expect a number", depth: 0);
    }

    private static void Look(OperationAnalysisContext context, IOperation? value, string effect, int depth)
    {
        foreach (var branch in value?.Branches() ?? [])
        {
            // A variable that got it on one of two ways is enough, unless the author asks which way it was.
            if (IsAskedAbout(branch))
                continue;
            if (branch.Source().Branches().Select(KnownNumber.Of).FirstOrDefault(IsNone) is { } number)
            {
                context.ReportDiagnostic(Diagnostic.Create(ResultRules.NoNumber, branch.Place(), KnownNumber.Show(number), effect));
            }
            else if (depth < 4)
            {
                foreach (var part in PartsOf(branch))
                    Look(context, part, effect, depth + 1);
            }
        }
    }

    /// <summary>Whether a variable is compared anywhere in its method: what is sent then may well be a number.</summary>
    private static bool IsAskedAbout(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        return value is ILocalReferenceOperation { IsDeclaration: false, Local: var local } && value.Root().Descendants().Any(other => other switch
        {
            IInvocationOperation { TargetMethod: { IsStatic: true, ReturnType.SpecialType: SpecialType.System_Boolean } question } call =>
                question.Name.StartsWith("Is", StringComparison.Ordinal) && call.Arguments.Any(a => IsOf(a.Value, local)),
            IIsPatternOperation question => IsOf(question.Value, local),
            ISwitchExpressionOperation question => IsOf(question.Value, local),
            IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } question => IsOf(question.LeftOperand, local) || IsOf(question.RightOperand, local),
            _ => false,
        });
    }

    private static bool IsOf(IOperation value, ILocalSymbol local) => value switch
    {
        IConversionOperation conversion => IsOf(conversion.Operand, local),
        ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, local),
        _ => false,
    };

    private static bool IsNone(double? number) => number is { } known && (double.IsNaN(known) || double.IsInfinity(known));

    /// <summary>What a record or list that is made here is made of.</summary>
    private static IEnumerable<IOperation> PartsOf(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => PartsOf(conversion.Operand),
        IObjectCreationOperation made => made.Arguments.Select(a => a.Value).Concat(Assigned(made.Initializer)),
        IWithOperation changed => Assigned(changed.Initializer),
        ICollectionExpressionOperation list => list.Elements,
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        _ => [],
    };

    private static IEnumerable<IOperation> Assigned(IObjectOrCollectionInitializerOperation? initializer) =>
        initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(a => a.Value) ?? [];
}
