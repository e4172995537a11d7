namespace ProcVision.Runner;

/// <summary>How an algorithm is, as far as anybody has seen: made of the last observed fact and its age, never of a hope.</summary>
/// <param name="Verdict">What it comes to.</param>
/// <param name="LastHeard">When it last gave a sign of life (hello, answer or pong), UTC; null before the first.</param>
/// <param name="Age">How long ago that was; null before the first.</param>
/// <param name="CallAge">How long the call goes on that it has not answered; null without one.</param>
/// <param name="Reason">Why it is not ready, for people; empty when it is.</param>
public sealed record AlgorithmHealth(HealthVerdict Verdict, DateTimeOffset? LastHeard, TimeSpan? Age, TimeSpan? CallAge, string Reason)
{
    /// <summary>Whether a call would be taken at once.</summary>
    public bool IsReady => Verdict == HealthVerdict.Ready;
}
