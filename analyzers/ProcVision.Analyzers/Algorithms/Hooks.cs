namespace ProcVision.Analyzers.Algorithms;

/// <summary>The hooks that an author wrote; the names are those of the methods.</summary>
[Flags]
internal enum Hooks
{
    None = 0,
    Setup = 1,
    Teardown = 2,
    OnStepStart = 4,
    OnStepFinish = 8,
    Reset = 16,
}
