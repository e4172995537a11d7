using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Results;

/// <summary>A side of a rectangle that is known before the step runs.</summary>
/// <param name="Value">In pixels.</param>
/// <param name="Place">Where it is written; null where it was never given.</param>
internal readonly record struct KnownSide(int Value, IOperation? Place);
