using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds the step methods of an algorithm class, as far as they can be judged without its manifest.</summary>
internal static class StepMethodClassifier
{
    /// <summary>The methods that can be called, sorted by phase, step and name.</summary>
    public static ImmutableArray<StepMethodSymbol> Classify(INamedTypeSymbol type, AlgorithmListener? listener, CancellationToken cancellation)
    {
        var found = new Dictionary<(StepPhase, int), StepMethodSymbol>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (phase, attribute) in AttributesOf(method))
            {
                if (Classify(method, phase, attribute, listener) is not { } classified)
                    continue;
                if (found.TryGetValue((phase, classified.Model.Step), out var first))
                    listener?.Report(StepRules.StepTwice, classified.Name, first.Model.Name, phase.AttributeName(), classified.Model.Step);
                else
                    found.Add((phase, classified.Model.Step), classified);
            }
        }

        return found.OrderBy(f => f.Key).Select(f => f.Value).ToImmutableArray();
    }

    /// <summary>The step attributes of a method.</summary>
    public static IEnumerable<(StepPhase Phase, AttributeData Attribute)> AttributesOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is(SdkNames.PreExecuteAttribute))
                yield return (StepPhase.Pre, attribute);
            else if (attribute.AttributeClass.Is(SdkNames.ExecuteAttribute))
                yield return (StepPhase.Execute, attribute);
        }
    }

    private static StepMethodSymbol? Classify(IMethodSymbol method, StepPhase phase, AttributeData attribute, AlgorithmListener? listener)
    {
        // A constant that another generator makes is an error constant here, and a good one to the analyzer: it then finds no call of the method.
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive, Value: int step }])
            return null;

        if (step < 1)
        {
            listener?.Report(StepRules.StepBelowOne, attribute.FirstArgument(), step);
            return null;
        }

        if (Mistake(method, phase) is { } mistake)
        {
            if (listener is not null)
            {
                string signature = $"{phase.ResultName()} {method.Name}(in {listener.TypeOfStep(step)} step)";
                listener.Report(StepRules.WrongSignature, method.Locations[0], method.Name, mistake, signature);
            }

            return null;
        }

        var model = new StepMethod(phase, step, method.Name, method.Parameters[0].Type.Name, method.Attribute(SdkNames.NoImageAttribute) is null);
        return new(model, method, attribute);
    }

    private static string? Mistake(IMethodSymbol method, StepPhase phase)
    {
        if (method.IsStatic)
            return "it is static";
        if (method.IsGenericMethod)
            return "it is generic";
        if (method.IsAsync)
            return "it is async, and a step ends when its method returns";
        if (!method.ExplicitInterfaceImplementations.IsEmpty)
            return "it implements an interface explicitly";
        if (method.RefKind != RefKind.None || !method.ReturnType.Is(phase == StepPhase.Pre ? SdkNames.PreResult : SdkNames.ExecuteResult))
            return $"it returns '{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' and not '{phase.ResultName()}'";
        if (method.Parameters.Length != 1)
            return method.Parameters.IsEmpty ? "it takes no step" : $"it has {method.Parameters.Length} parameters";
        return method.Parameters[0].RefKind == RefKind.In ? null : "its step is not passed with 'in'";
    }
}
