using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// Tells when code runs: in a step, in a hook, while the algorithm is made. One per compilation, shared by all analyzers.
/// </summary>
/// <remarks>
/// Take it in the compilation start, <c>if (StepCode.Of(start.Compilation) is not { } code) return;</c>, which gives null where the Sdk is not referenced;
/// ask in the action, after everything that is cheaper, <c>if ((code.MomentsOf(context.ContainingSymbol) &amp; Moments.Step) != 0)</c>. It needs no
/// compilation end: the answer for step methods and hooks lies in themselves, and that for what they call is found at the first such question.
/// </remarks>
internal sealed class StepCode
{
    // Neither keeps a compilation alive: the values of this table go with their keys.
    private static readonly ConditionalWeakTable<Compilation, StepCode> Known = new();

    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> _algorithms;
    private readonly Lazy<IReadOnlyDictionary<ISymbol, Moments>> _called;

    private StepCode(Compilation compilation)
    {
        _algorithms = new(() => DeclaredAlgorithms.Of(compilation));
        _called = new(() => CalledMembers.Of(_algorithms.Value));
    }

    /// <summary>The algorithm classes of this compilation, also those with mistakes; empty in libraries, tools and tests that only use the Sdk.</summary>
    public IReadOnlyList<INamedTypeSymbol> Algorithms => _algorithms.Value;

    /// <summary>The one of a compilation; null where the Sdk is not referenced.</summary>
    public static StepCode? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(SdkNames.AlgorithmAttribute) is null ? null : Known.GetValue(compilation, static c => new(c));

    /// <summary>When the code of a member runs, with the lambdas and local functions in it.</summary>
    /// <param name="symbol">
    /// What the code belongs to, as <c>context.ContainingSymbol</c> of an operation or of a syntax node gives it: a method, an accessor, or the field or
    /// property whose initializer it is. A local function or a lambda counts as the member around it.
    /// </param>
    /// <returns>
    /// For a step method or a hook of an algorithm class only its own moment. For another member of the class, or of a class of this compilation that it
    /// inherits from, the moments of everything in these classes that names it, through any number of calls. A method of any type that takes a step or
    /// a step's picture is in a step. All other code has <see cref="Moments.None"/>, also where a step calls it: say nothing about it, or something
    /// that is true anywhere.
    /// </returns>
    public Moments MomentsOf(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;
        if (symbol?.ContainingType is not { } type)
            return Moments.None;

        var moments = TakesStep(symbol) ? Moments.Step : Moments.None;
        if (!IsOfAlgorithm(type))
            return moments;
        if (OwnMoment(symbol) is var own && own != Moments.None)
            return own;
        return _called.Value.TryGetValue(KeyOf(symbol), out var called) ? moments | called : moments;
    }

    /// <summary>Whether a member is itself a step method, and no code that one calls.</summary>
    public static bool IsStepMethod(ISymbol? symbol) => symbol is { ContainingType: { } type } && IsAlgorithm(type) && (OwnMoment(symbol) & Moments.Step) != 0;

    /// <summary>Whether a class is marked <c>[Algorithm]</c>.</summary>
    public static bool IsAlgorithm(INamedTypeSymbol type) => type.TypeKind == TypeKind.Class && type.Attribute(SdkNames.AlgorithmAttribute) is not null;

    /// <summary>Whether a type is an algorithm class of this compilation or a class that one inherits from.</summary>
    public bool IsOfAlgorithm(INamedTypeSymbol type) => IsAlgorithm(type) || IsInherited(type);

    /// <summary>Whether a type is the generated step of an algorithm class, what its step methods take.</summary>
    public static bool IsStep(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsRefLikeType: true, ContainingType: { } algorithm }
        && type.Name.StartsWith("Step", StringComparison.Ordinal) | type.Name.EndsWith("Step", StringComparison.Ordinal)
        && IsAlgorithm(algorithm);

    /// <summary>What a member of an algorithm class is for the host by itself; of one that it inherits, only hooks count.</summary>
    internal static Moments OwnMoment(ISymbol member)
    {
        if (member is not IMethodSymbol { AssociatedSymbol: null } method)
            return member is IFieldSymbol or IPropertySymbol ? Made(member) : Moments.None;
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
            return Made(member);

        var moments = HookClassifier.HookOf(method) switch
        {
            Hooks.Setup => Moments.Setup,
            Hooks.Teardown => Moments.Teardown,
            Hooks.OnStepStart => Moments.StepStart,
            Hooks.OnStepFinish => Moments.StepFinish,
            Hooks.Reset => Moments.Reset,
            _ => Moments.None,
        };
        foreach (var (phase, _) in StepMethodClassifier.AttributesOf(method))
            moments |= phase == StepPhase.Pre ? Moments.PreExecute : Moments.Execute;
        return moments;
    }

    /// <summary>What stands for a member among those that are called: an accessor is its property, a method of a constructed base that of its definition.</summary>
    internal static ISymbol KeyOf(ISymbol member) => member switch
    {
        IMethodSymbol { AssociatedSymbol: { } property } => property.OriginalDefinition,
        IMethodSymbol method => (method.PartialDefinitionPart ?? method).OriginalDefinition,
        _ => member.OriginalDefinition,
    };

    /// <summary>Whether a method can only be called while a step runs: nobody else has such an argument.</summary>
    private static bool TakesStep(ISymbol symbol)
    {
        if (symbol is not IMethodSymbol method)
            return false;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type is INamedTypeSymbol { IsRefLikeType: true } type && (type.Is(SdkNames.StepImage) || IsStep(type)))
                return true;
        }

        return false;
    }

    private static Moments Made(ISymbol member) => member.IsStatic ? Moments.TypeInitialization : Moments.Construction;

    private bool IsInherited(INamedTypeSymbol type)
    {
        foreach (var algorithm in Algorithms)
        {
            for (var ancestor = algorithm.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, type.OriginalDefinition))
                    return true;
            }
        }

        return false;
    }
}
