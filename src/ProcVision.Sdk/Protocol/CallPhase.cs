namespace ProcVision.Protocol;

/// <summary>What a call asks for (conformance 293, 294). An unknown phase never runs execute (conformance 537).</summary>
internal enum CallPhase : byte
{
    /// <summary>The call has no phase and is not the execute-only shape either.</summary>
    Missing,

    /// <summary>A text that is no phase.</summary>
    Unknown,

    /// <summary><c>pre</c>.</summary>
    Pre,

    /// <summary><c>execute</c>.</summary>
    Execute,

    /// <summary><c>info</c>.</summary>
    Info,

    /// <summary><c>setup</c>.</summary>
    Setup,

    /// <summary><c>teardown</c>.</summary>
    Teardown,

    /// <summary><c>reset</c>.</summary>
    Reset,

    /// <summary><c>on_step_start</c>.</summary>
    StepStart,

    /// <summary><c>on_step_finish</c>.</summary>
    StepFinish,

    /// <summary><c>session</c>: the values of a session, our extension <c>session_values:v1</c>.</summary>
    Session,

    /// <summary>No phase, but a <c>cur_image_shm_id</c> or <c>guide_image_shm_id</c>: the call of the execute-only profile (conformance 520).</summary>
    ExecuteOnly,
}
