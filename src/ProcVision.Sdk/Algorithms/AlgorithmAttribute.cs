namespace ProcVision;

/// <summary>
/// Marks a class as an algorithm. Everything else about it, its name, version, pids, steps, parameters and assets, stands in the
/// <c>manifest.json</c> whose <c>entry_point</c> ends in <c>:</c> and the name of this class (conformance 101).
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

    /// <summary>
    /// Whether calls of the platform's execute-only profile are served as well: two pictures and a description per step, but no pid, session,
    /// parameters or <c>pre_execute</c> (conformance 87–94, 298). Without it such a call is answered with error 1000.
    /// </summary>
    /// <remarks>
    /// <para>The methods stay the same: the process calls the step's pre method, unless that ends with ERROR its execute method, and answers with one
    /// result. <c>step.Image</c> is the camera's picture, <c>step.Guide</c> the guide picture of the step, its regions and its description.</para>
    /// <para>The pid is that of the environment variable <c>PROC_PID</c>, else the manifest's only one, else the call is 1001. Parameters have their
    /// defaults; a required <c>rect</c> without one is the whole picture, any other such parameter is 1006 (rule PV1024). The manifest's first step begins a session, later steps
    /// continue it for at most 60 seconds after the last call.</para>
    /// </remarks>
    public bool ExecuteOnly { get; set; }
}
