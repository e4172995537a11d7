namespace ProcVision;

/// <summary>The business answer of an execute call whose status is OK (conformance 148).</summary>
public enum Verdict
{
    /// <summary>There is none: the call ended with ERROR, or it was a pre call.</summary>
    None,

    /// <summary>The part is good.</summary>
    Ok,

    /// <summary>The part is not good. Not an error (conformance 159).</summary>
    Ng,
}
