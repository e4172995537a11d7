namespace ProcVision.Runner;

/// <summary>One transition of a supervised algorithm; each is told once.</summary>
/// <param name="From">Before.</param>
/// <param name="To">Now.</param>
/// <param name="Reason">Why, for people; empty for the ordinary way of a call.</param>
/// <param name="Time">When, UTC.</param>
public sealed record StateChange(AlgorithmState From, AlgorithmState To, string Reason, DateTimeOffset Time)
{
    /// <summary>Whether somebody has to look: the breaker has opened (conformance 331, 332).</summary>
    public bool IsAlarm => To == AlgorithmState.Broken;
}
