namespace AlgorithmExample;

/// <summary>The range in which a measure of a good part lies.</summary>
/// <param name="Min">Smallest good value, above 0.</param>
/// <param name="Max">Largest good value.</param>
public readonly record struct Limits(float Min, float Max)
{
    /// <summary>1 inside the limits; outside, the ratio of the nearer limit and the value: 0.5 is half or twice of what is allowed.</summary>
    public float Match(float value) =>
        value < Min ? value / Min :
        value > Max ? Max / value :
        1;
}
