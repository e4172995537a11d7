using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// One instance of one algorithm and everything that happens around its calls: sessions, the checks in their order (DESIGN §3), step
/// hooks (C3), exceptions (C5). The same for the process host, unit tests and in-process hosts. Not thread-safe: one call at a time.
/// </summary>
internal sealed class AlgorithmInstance
{
    internal AlgorithmInstance(AlgorithmDescriptor descriptor, string root, IImageSource images, StructuredLogger log) =>
        throw new NotImplementedException($"{descriptor} {root} {images} {log}");

    /// <summary>The algorithm as generated code made it.</summary>
    internal AlgorithmDispatch Dispatch => throw new NotImplementedException();

    /// <summary>Checks that the manifest's files are there and calls the author's <c>Setup</c> (conformance 105, C4).</summary>
    /// <exception cref="AlgorithmSetupException">A file is missing or Setup failed: 1003.</exception>
    internal void Setup(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Runs one pre or execute call; never throws.</summary>
    internal CallOutcome Call(scoped in StepRequest request, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>An explicit hook frame takes the place of the implicit call of that step (C3).</summary>
    internal CallOutcome StepStart(scoped in StepRequest request) => throw new NotImplementedException();

    /// <inheritdoc cref="StepStart"/>
    internal CallOutcome StepFinish(scoped in StepRequest request) => throw new NotImplementedException();

    /// <summary>Calls the author's <c>Reset</c> and removes the session's values (conformance 54, 77).</summary>
    internal CallOutcome Reset(scoped in StepRequest request) => throw new NotImplementedException();

    /// <summary>Calls the author's <c>Teardown</c>, once however often it is called; an exception is logged.</summary>
    internal void Teardown() => throw new NotImplementedException();
}
