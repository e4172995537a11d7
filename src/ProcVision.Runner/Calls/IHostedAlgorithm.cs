namespace ProcVision.Runner;

/// <summary>
/// An algorithm that can be called, wherever it runs: in a process of its own (native or Python), or compiled into this one. Whoever calls need
/// not know which. One call at a time (conformance 303).
/// </summary>
public interface IHostedAlgorithm : IAsyncDisposable
{
    /// <summary>What it said about itself.</summary>
    AlgorithmHello Hello { get; }

    /// <summary>Whether it takes sessions whose values are in the Runner's memory.</summary>
    bool TakesRegions { get; }

    /// <summary>Whether further calls may succeed.</summary>
    bool IsUsable { get; }

    /// <summary>Makes one pre or execute call. Every failure of the algorithm is an answer, never an exception.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">How long it may take; null for the limit of the phase.</param>
    /// <param name="cancellation">Gives up waiting; the algorithm is then only good for disposing.</param>
    /// <exception cref="InvalidOperationException">Another call has no answer yet.</exception>
    /// <exception cref="ArgumentException">The call cannot be made: its parameters are too large, the region is of another session, or the limit is over already.</exception>
    /// <exception cref="ObjectDisposedException">The region was given back.</exception>
    Task<CallAnswer> CallAsync(StepCallRequest call, TimeSpan? limit = null, CancellationToken cancellation = default);

    /// <summary>What the algorithm says it is; asked once, then remembered. Not every one can tell (C45): that is no failure.</summary>
    /// <param name="cancellation">Gives up waiting; the algorithm is then only good for disposing.</param>
    /// <exception cref="InvalidOperationException">A call has no answer yet.</exception>
    Task<AlgorithmInfoAnswer> InfoAsync(CancellationToken cancellation = default);

    /// <summary>What the algorithm keeps of a detection outside the Runner's memory; none when it does not tell.</summary>
    /// <param name="session">The detection's session.</param>
    /// <param name="cancellation">Gives up waiting; the algorithm is then only good for disposing.</param>
    /// <exception cref="InvalidOperationException">A call has no answer yet.</exception>
    Task<IReadOnlyList<SessionValue>> SessionValuesAsync(SessionIdentity session, CancellationToken cancellation = default);
}
