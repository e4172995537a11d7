namespace ProcVision;

/// <summary>
/// On an <see cref="ExecuteAttribute"/> or <see cref="PreExecuteAttribute"/> method: the method does not look at the picture, so a call
/// without one is not refused with 1002, and <c>step.Image</c> is empty. In the execute-only profile this concerns the guide picture too.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class NoImageAttribute : Attribute;
