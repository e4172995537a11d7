namespace ProcVision.Analyzers.Algorithms;

/// <summary>When code of an algorithm runs; code that several call, runs at several moments.</summary>
[Flags]
internal enum Moments
{
    /// <summary>Not known: code of another type, or code that nothing known calls.</summary>
    None = 0,

    /// <summary>Static constructors and initializers of static members: perhaps before the host has claimed stdout.</summary>
    TypeInitialization = 1,

    /// <summary>Constructors and initializers of the instance's members: after stdout was claimed, before hello.</summary>
    Construction = 2,

    /// <summary>The hook <c>Setup</c>: before hello.</summary>
    Setup = 4,

    /// <summary>The hook <c>OnStepStart</c>.</summary>
    StepStart = 8,

    /// <summary>A method with <c>[PreExecute]</c>.</summary>
    PreExecute = 16,

    /// <summary>A method with <c>[Execute]</c>.</summary>
    Execute = 32,

    /// <summary>The hook <c>OnStepFinish</c>.</summary>
    StepFinish = 64,

    /// <summary>The hook <c>Reset</c>.</summary>
    Reset = 128,

    /// <summary>The hook <c>Teardown</c>.</summary>
    Teardown = 256,

    /// <summary>A step method of either phase: it has a step, with a picture, a log and a cancellation.</summary>
    Step = PreExecute | Execute,

    /// <summary>The hooks around a step: they have a log and a session, and no cancellation.</summary>
    StepHook = StepStart | StepFinish,

    /// <summary>Everything that the host waits for in the time of a call.</summary>
    Call = Step | StepHook | Reset,
}
