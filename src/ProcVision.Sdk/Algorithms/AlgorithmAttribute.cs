namespace ProcVision;

/// <summary>
/// Marks a class as an algorithm. Everything else about it, its name, version, pids, steps, parameters and assets, stands in the
/// <c>manifest.json</c> whose <c>entry_point</c> ends in <c>:</c> and the name of this class (DESIGN §3, conformance 101).
/// </summary>
/// <remarks>
/// The class must be <c>partial</c>, neither abstract nor generic, and have a public parameterless constructor: one instance serves all
/// pids of its manifest, one call at a time (conformance 48).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AlgorithmAttribute : Attribute
{
    /// <summary>The type of <c>step.Session</c>: a <c>readonly ref partial struct</c> marked <see cref="SessionAttribute"/>.
    /// Without it steps see the keyed <see cref="ProcVision.Session"/>.</summary>
    public Type? Session { get; set; }
}
