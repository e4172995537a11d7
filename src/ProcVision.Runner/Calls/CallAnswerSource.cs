namespace ProcVision.Runner;

/// <summary>Who gave the answer to a call.</summary>
public enum CallAnswerSource
{
    /// <summary>The algorithm, with a <c>result</c> frame.</summary>
    Result,

    /// <summary>The algorithm's side of the protocol, with an <c>error</c> frame: never a verdict (conformance 302).</summary>
    ErrorFrame,

    /// <summary>The Runner: the algorithm was too late, is dead, or its answer is not one.</summary>
    Runner,
}
