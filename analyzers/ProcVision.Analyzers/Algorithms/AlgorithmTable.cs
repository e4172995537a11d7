using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>What one assembly offers.</summary>
/// <param name="Namespace">As source.</param>
/// <param name="Algorithms">Their classes from <c>global::</c> on, sorted.</param>
/// <param name="Decoder">The image decoder of the program, without <c>global::</c>; null for none.</param>
/// <param name="HasProgram">Whether the program is generated.</param>
/// <param name="HasValues">Whether it has session values that other assemblies need to know.</param>
/// <param name="IsEmpty">Whether there is neither an algorithm class, not even a rejected one, nor such a value: then nothing is generated.</param>
internal sealed record AlgorithmTable(
    string Namespace, EquatableArray<string> Algorithms, string? Decoder, bool HasProgram, bool HasValues, bool IsEmpty)
{
    /// <summary>Puts together what is known of the assembly.</summary>
    public static AlgorithmTable Of(
        string @namespace, EquatableArray<AlgorithmRow> rows, EquatableArray<string> algorithms, bool hasValues, bool needsProgram, ProjectOptions options) =>
        new(
            @namespace,
            algorithms,
            options.Decoder,
            needsProgram && options.WantsProgram && !rows.IsEmpty,
            hasValues,
            rows.IsEmpty && !hasValues);

    /// <summary>Where the table goes. A class in no namespace may be named like the project: a namespace cannot have its name (CS0101).</summary>
    public static string NamespaceOf(EquatableArray<AlgorithmRow> rows, ProjectOptions options) =>
        rows.Any(r => options.Namespace == r.FullName || options.Namespace.StartsWith(r.FullName + ".", StringComparison.Ordinal))
            ? "Algorithms"
            : options.Namespace;
}
