using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds the hooks of an algorithm class by their names (DESIGN §3).</summary>
internal static class HookClassifier
{
    private static readonly (Hooks Hook, string? ParameterType, RefKind By, string Signature)[] Known =
    [
        (Hooks.Setup, SdkNames.SetupContext, RefKind.None, "void Setup(SetupContext context)"),
        (Hooks.Teardown, null, RefKind.None, "void Teardown()"),
        (Hooks.OnStepStart, SdkNames.StepStart, RefKind.In, "void OnStepStart(in StepStart start)"),
        (Hooks.OnStepFinish, SdkNames.StepFinish, RefKind.In, "void OnStepFinish(in StepFinish finish)"),
        (Hooks.Reset, SdkNames.ResetContext, RefKind.In, "void Reset(in ResetContext context)"),
    ];

    public static Hooks Classify(INamedTypeSymbol type, AlgorithmListener? listener)
    {
        var hooks = Hooks.None;
        foreach (var (hook, parameterType, by, signature) in Known)
        {
            var candidates = Candidates(type, hook.ToString());
            if (candidates.Any(m => Mistake(m, parameterType, by) is null))
            {
                hooks |= hook;
            }
            else if (listener is not null)
            {
                foreach (var method in candidates.Where(m => SymbolEqualityComparer.Default.Equals(m.ContainingType, type)))
                    listener.Report(ClassRules.WrongHook, method.Locations[0], method.Name, Mistake(method, parameterType, by), signature);
            }
        }

        return hooks;
    }

    /// <summary>The hook that a method is, or would be if its class were an algorithm; none for one with another signature.</summary>
    public static Hooks HookOf(IMethodSymbol method)
    {
        foreach (var (hook, parameterType, by, _) in Known)
        {
            if (method.Name == hook.ToString() && Mistake(method, parameterType, by) is null)
                return hook;
        }

        return Hooks.None;
    }

    public static bool IsHookName(string name) => Known.Any(k => k.Hook.ToString() == name);

    /// <summary>How a hook is written.</summary>
    public static string SignatureOf(Hooks hook) => Known.First(k => k.Hook == hook).Signature;

    /// <summary>The hook that takes a type; null for a type that belongs to none.</summary>
    public static Hooks? HookOfContext(ITypeSymbol type)
    {
        foreach (var (hook, parameterType, _, _) in Known)
        {
            if (parameterType is not null && type.Is(parameterType))
                return hook;
        }

        return null;
    }

    private static List<IMethodSymbol> Candidates(INamedTypeSymbol type, string name)
    {
        var methods = type.GetMembers(name).OfType<IMethodSymbol>().ToList();
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            methods.AddRange(ancestor.GetMembers(name).OfType<IMethodSymbol>().Where(m => m.DeclaredAccessibility != Accessibility.Private));
        return methods;
    }

    private static string? Mistake(IMethodSymbol method, string? parameterType, RefKind by)
    {
        if (method.IsStatic)
            return "it is static";
        if (method.IsGenericMethod)
            return "it is generic";
        if (method.IsAsync)
            return "it is async, and the host would not wait for it";
        if (!method.ReturnsVoid)
            return $"it returns '{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'";
        if (parameterType is null)
            return method.Parameters.IsEmpty ? null : "it has parameters";
        if (method.Parameters.Length != 1)
            return $"it has {method.Parameters.Length} parameters";
        var parameter = method.Parameters[0];
        if (!parameter.Type.Is(parameterType))
            return $"it takes '{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'";
        return parameter.RefKind == by ? null : by == RefKind.In ? "its parameter is not 'in'" : "its parameter is passed by reference";
    }
}
