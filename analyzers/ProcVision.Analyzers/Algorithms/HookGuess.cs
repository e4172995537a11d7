using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Which hook a method was meant to be that has not its name.</summary>
internal static class HookGuess
{
    /// <summary>What other frameworks, and the platform's Python Sdk, call the same moments; without case and underscores.</summary>
    private static readonly Dictionary<string, Hooks> Synonyms = new(StringComparer.Ordinal)
    {
        ["setup"] = Hooks.Setup,
        ["onsetup"] = Hooks.Setup,
        ["dosetup"] = Hooks.Setup,
        ["init"] = Hooks.Setup,
        ["oninit"] = Hooks.Setup,
        ["initialize"] = Hooks.Setup,
        ["initialise"] = Hooks.Setup,
        ["oninitialize"] = Hooks.Setup,
        ["oninitialise"] = Hooks.Setup,
        ["teardown"] = Hooks.Teardown,
        ["onteardown"] = Hooks.Teardown,
        ["cleanup"] = Hooks.Teardown,
        ["oncleanup"] = Hooks.Teardown,
        ["shutdown"] = Hooks.Teardown,
        ["onshutdown"] = Hooks.Teardown,
        ["destroy"] = Hooks.Teardown,
        ["ondestroy"] = Hooks.Teardown,
        ["stepstart"] = Hooks.OnStepStart,
        ["onstepstart"] = Hooks.OnStepStart,
        ["onstepstarted"] = Hooks.OnStepStart,
        ["onstepstarting"] = Hooks.OnStepStart,
        ["stepbegin"] = Hooks.OnStepStart,
        ["onstepbegin"] = Hooks.OnStepStart,
        ["beforestep"] = Hooks.OnStepStart,
        ["onbeforestep"] = Hooks.OnStepStart,
        ["stepfinish"] = Hooks.OnStepFinish,
        ["onstepfinish"] = Hooks.OnStepFinish,
        ["onstepfinished"] = Hooks.OnStepFinish,
        ["onstepfinishing"] = Hooks.OnStepFinish,
        ["stepend"] = Hooks.OnStepFinish,
        ["onstepend"] = Hooks.OnStepFinish,
        ["onstepended"] = Hooks.OnStepFinish,
        ["onstepcomplete"] = Hooks.OnStepFinish,
        ["onstepcompleted"] = Hooks.OnStepFinish,
        ["onstepdone"] = Hooks.OnStepFinish,
        ["onstepstop"] = Hooks.OnStepFinish,
        ["afterstep"] = Hooks.OnStepFinish,
        ["onafterstep"] = Hooks.OnStepFinish,
        ["onreset"] = Hooks.Reset,
        ["reset"] = Hooks.Reset,
    };

    /// <summary>The hook; null for a method that is called otherwise, or that has a life of its own.</summary>
    public static Hooks? Of(IMethodSymbol method)
    {
        if (IsDispose(method))
            return Hooks.Teardown;
        if (method.MethodKind != MethodKind.Ordinary
            || method.IsOverride
            || method.IsImplicitlyDeclared
            || method.IsGenerated()
            || HookClassifier.IsHookName(method.Name)
            || StepMethodClassifier.AttributesOf(method).Any()
            || !ReturnsNothing(method)
            || Implements(method, _ => true))
            return null;

        // Only the host makes these, so nobody else could call a method that takes one.
        if (method.Parameters is [{ Type: var type }] && HookClassifier.HookOfContext(type) is { } hook)
            return hook;

        string name = PlainName(method.Name);
        return Synonyms.TryGetValue(name, out var meant) ? Fits(method, meant) ? meant : null
            : Nearest(name) is { } near && Fits(method, near) ? near
            : null;
    }

    /// <summary>A helper has parameters of its own; a hook that was written down from memory has those of the moment, or none.</summary>
    private static bool Fits(IMethodSymbol method, Hooks hook) => hook switch
    {
        Hooks.OnStepStart or Hooks.OnStepFinish => true,
        _ => method.Parameters.IsEmpty,
    };

    /// <summary>One or two letters beside a long name; short ones have too many neighbours that mean something.</summary>
    private static Hooks? Nearest(string name) =>
        EditDistance.Of(name, "onstepstart") <= 2 ? Hooks.OnStepStart
        : EditDistance.Of(name, "onstepfinish") <= 2 ? Hooks.OnStepFinish
        : EditDistance.Of(name, "teardown") <= 1 ? Hooks.Teardown
        : null;

    private static string PlainName(string name)
    {
        string plain = name.Replace("_", "").ToLowerInvariant();
        return plain.EndsWith("async", StringComparison.Ordinal) ? plain.Substring(0, plain.Length - "async".Length) : plain;
    }

    private static bool ReturnsNothing(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks" } };

    private static bool IsDispose(IMethodSymbol method) =>
        method is { Name: "Dispose" or "DisposeAsync", Parameters.IsEmpty: true, IsOverride: false }
        && Implements(method, i => i.Name is "IDisposable" or "IAsyncDisposable" && i.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true });

    private static bool Implements(IMethodSymbol method, Func<INamedTypeSymbol, bool> isMeant) =>
        method.ContainingType.AllInterfaces.Where(isMeant).Any(i => i.GetMembers().Any(
            m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method)));
}
