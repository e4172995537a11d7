using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>A step method with what it stands for in the author's code.</summary>
internal sealed class StepMethodSymbol(StepMethod model, IMethodSymbol symbol, AttributeData attribute)
{
    public StepMethod Model { get; } = model;

    public IMethodSymbol Symbol { get; } = symbol;

    /// <summary>The step number in the attribute.</summary>
    public Location StepNumber => attribute.FirstArgument();

    /// <summary>The name of the method.</summary>
    public Location Name => Symbol.Locations[0];

    /// <summary>The type of the parameter.</summary>
    public Location ParameterType => TypeOfParameter(Symbol);

    public static Location TypeOfParameter(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax { Type: { } type }
            ? type.GetLocation()
            : method.Locations[0];
}
