using System.Collections.Immutable;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>The answer of the classifier: the model for the generator, and the symbols behind it for the analyzer.</summary>
/// <param name="Class">What both go on with.</param>
/// <param name="Methods">The methods behind <see cref="AlgorithmClass.Methods"/>, in the same order. Never kept in a pipeline.</param>
internal readonly record struct ClassifiedAlgorithm(AlgorithmClass Class, ImmutableArray<StepMethodSymbol> Methods);
