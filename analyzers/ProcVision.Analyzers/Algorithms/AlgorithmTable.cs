using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>What one assembly offers.</summary>
/// <param name="Namespace">As source.</param>
/// <param name="Algorithms">Their classes from <c>global::</c> on, sorted.</param>
/// <param name="Decoder">The image decoder of the program, without <c>global::</c>; null for none.</param>
/// <param name="HasProgram">Whether the program is generated.</param>
/// <param name="IsEmpty">Whether there is no algorithm class at all, not even a rejected one: then nothing is generated.</param>
internal sealed record AlgorithmTable(string Namespace, EquatableArray<string> Algorithms, string? Decoder, bool HasProgram, bool IsEmpty);
