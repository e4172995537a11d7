namespace ProcVision;

/// <summary>Which half of a step a call is (conformance 293).</summary>
public enum Phase
{
    /// <summary><c>pre</c>: prepares the step; never a verdict (conformance 64).</summary>
    Pre,

    /// <summary><c>execute</c>: inspects and gives the verdict.</summary>
    Execute,
}
