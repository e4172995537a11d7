namespace ProcVision;

/// <summary>
/// On a field or property of an algorithm class, or on a static one: what steps write into it stays there from call to call on purpose, for all
/// pids and detections, and may be gone at any call, because the process was started again. Fit for caches, models that are loaded at their first
/// use (conformance 86), buffers that are used again, and counters that nobody judges by. What belongs to a detection belongs in its session
/// (conformance 25).
/// </summary>
/// <remarks>Changes nothing at run time; it answers the rules PV1028 and PV1029.</remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class KeptBetweenCallsAttribute : Attribute;
