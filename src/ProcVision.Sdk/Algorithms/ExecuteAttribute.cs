namespace ProcVision;

/// <summary>Marks the method that inspects the image of one step and returns the verdict: <c>ExecuteResult M(in {Id}Step step)</c>.</summary>
/// <param name="step">The step's <c>index</c> in manifest.json, from 1 (C2). A literal or a constant written by hand: the compiler's
/// generators do not see each other's constants.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ExecuteAttribute(int step) : Attribute
{
    /// <summary>The step's <c>index</c> in manifest.json, from 1.</summary>
    public int Step { get; } = step;
}
