namespace ProcVision.Analyzers.Algorithms;

/// <summary>Which half of a step a method is.</summary>
internal enum StepPhase
{
    Pre,
    Execute,
}
