namespace ProcVision.Fuzz;

/// <summary>What a coverage-guided run feeds with bytes of its own making.</summary>
/// <remarks>
/// Instrumented code may only run inside of <see cref="Run"/>, where its edges are counted: a target has no field of the product's types. What is made
/// new for every input also makes the same input always run the same way.
/// </remarks>
internal abstract class FuzzTarget
{
    /// <summary>What the command line calls it; also the folder of its seeds, <c>Corpus/NAME</c>.</summary>
    internal abstract string Name { get; }

    /// <summary>Takes one input. It returns, whatever the input: every exception is a finding.</summary>
    internal abstract void Run(ReadOnlySpan<byte> input);
}
