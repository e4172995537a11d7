using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>What one assembly offers.</summary>
/// <param name="Namespace">As source.</param>
/// <param name="Algorithms">Their classes from <c>global::</c> on, sorted.</param>
/// <param name="Decoder">The image decoder of the program, without <c>global::</c>; null for none.</param>
/// <param name="HasProgram">Whether the program is generated.</param>
/// <param name="IsEmpty">Whether there is no algorithm class at all, not even a rejected one: then nothing is generated.</param>
internal sealed record AlgorithmTable(string Namespace, EquatableArray<string> Algorithms, string? Decoder, bool HasProgram, bool IsEmpty)
{
    /// <summary>Puts together what is known of the assembly.</summary>
    public static AlgorithmTable Of(EquatableArray<AlgorithmRow> rows, EquatableArray<string> algorithms, bool needsProgram, ProjectOptions options)
    {
        // A class in no namespace that is named like the project: a namespace cannot have its name (CS0101).
        bool isTaken = rows.Any(r => options.Namespace == r.FullName || options.Namespace.StartsWith(r.FullName + ".", StringComparison.Ordinal));
        return new(
            isTaken ? "Algorithms" : options.Namespace,
            algorithms,
            options.Decoder,
            needsProgram && options.WantsProgram,
            rows.IsEmpty);
    }
}
