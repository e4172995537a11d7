using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>One pre or execute call (conformance 293).</summary>
public sealed record StepCallRequest
{
    /// <summary>Which half of the step.</summary>
    public required Phase Phase { get; init; }

    /// <summary>The step's index in the manifest, from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The product.</summary>
    public required string Pid { get; init; }

    /// <summary>The detection it belongs to.</summary>
    public required SessionIdentity Session { get; init; }

    /// <summary>
    /// Where the session's values are kept; the session must be its. Without one, or with an algorithm that does not announce
    /// <c>session_state:v1</c>, the algorithm keeps them itself.
    /// </summary>
    public SessionRegion? Region { get; init; }

    /// <summary>The step's own parameters; what is absent takes its default in the algorithm.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Parameters { get; init; }

    /// <summary>The picture; it must stay handed over until the call has ended.</summary>
    public required HandedImage Image { get; init; }

    /// <summary>The region, for an algorithm that takes it.</summary>
    /// <exception cref="ArgumentException">It is of another session.</exception>
    internal SessionRegion? RegionFor(IHostedAlgorithm algorithm)
    {
        if (Region is { } region && region.Session != Session)
            throw new ArgumentException($"the region is of session '{region.Session.Id}', the call of '{Session.Id}'");
        return algorithm.TakesRegions ? Region : null;
    }
}
