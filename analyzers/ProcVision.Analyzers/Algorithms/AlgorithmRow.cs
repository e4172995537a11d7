namespace ProcVision.Analyzers.Algorithms;

/// <summary>The little that other outputs have to know of a class.</summary>
/// <param name="FullName">Without <c>global::</c>.</param>
/// <param name="Name">What <c>entry_point</c> calls it.</param>
/// <param name="IsModel">See <see cref="AlgorithmClass.IsModel"/>.</param>
internal sealed record AlgorithmRow(string FullName, string Name, bool IsModel);
