namespace ProcVision.Hosting;

/// <summary>How long the way out may take (DESIGN §7). Tests that are about its order take longer limits, so that a slow machine changes nothing.</summary>
/// <param name="Step">What a running step has left.</param>
/// <param name="Answer">What the algorithm's thread then has left to send its answer; after that Teardown no longer waits for it.</param>
/// <param name="All">All of it together, Teardown and the last frame included.</param>
/// <param name="LastWords">What the reason on stderr has left beyond that when the process is ended by force.</param>
internal sealed record EndLimits(TimeSpan Step, TimeSpan Answer, TimeSpan All, TimeSpan LastWords)
{
    /// <summary>The platform kills after 2 s (conformance 515).</summary>
    internal static EndLimits OfPlatform { get; } =
        new(TimeSpan.FromMilliseconds(1500), TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(1900), TimeSpan.FromMilliseconds(80));
}
