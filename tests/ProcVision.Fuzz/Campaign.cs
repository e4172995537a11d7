namespace ProcVision.Fuzz;

/// <summary>One kind of seeded run: so many mutated inputs against one part of the product.</summary>
internal abstract class Campaign
{
    /// <summary>What the command line calls it.</summary>
    internal abstract string Name { get; }

    /// <summary>Runs it; the same seed gives the same inputs.</summary>
    /// <returns>What went wrong, with all that is needed to see it again; null when nothing did.</returns>
    internal abstract string? Run(long count, ulong seed);
}
