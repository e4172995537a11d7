namespace ProcVision.Hosting;

/// <summary>How long the way out may take (DESIGN §7). Tests that are about its order take longer limits, so that a slow machine changes nothing.</summary>
/// <param name="Step">What a running step has left.</param>
/// <param name="All">Step and Teardown together.</param>
/// <param name="LastWords">What the reason on stderr has left beyond that when the process is ended by force.</param>
internal sealed record EndLimits(TimeSpan Step, TimeSpan All, TimeSpan LastWords)
{
    /// <summary>The platform kills after 2 s (conformance 515).</summary>
    internal static EndLimits OfPlatform { get; } =
        new(TimeSpan.FromMilliseconds(1500), TimeSpan.FromMilliseconds(1900), TimeSpan.FromMilliseconds(80));
}
