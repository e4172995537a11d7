namespace ProcVision.Analyzers.Algorithms;

/// <summary>How an author writes a phase.</summary>
internal static class StepPhaseNames
{
    public static string AttributeName(this StepPhase phase) => phase == StepPhase.Pre ? "PreExecute" : "Execute";

    public static string ResultName(this StepPhase phase) => phase == StepPhase.Pre ? "PreResult" : "ExecuteResult";
}
