namespace ProcVision;

/// <summary>
/// Marks the method that prepares one step and never judges: <c>PreResult M(in {Id}Step step)</c>. Optional: without it a <c>pre</c>
/// call makes the same checks and answers OK with a default message (C15).
/// </summary>
/// <param name="step">The step's <c>index</c> in manifest.json, from 1 (C2).</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PreExecuteAttribute(int step) : Attribute
{
    /// <summary>The step's <c>index</c> in manifest.json, from 1.</summary>
    public int Step { get; } = step;
}
