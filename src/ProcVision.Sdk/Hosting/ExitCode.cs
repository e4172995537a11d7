namespace ProcVision.Hosting;

/// <summary>How an algorithm process ends; the reason of every other than <see cref="Ordered"/> stands on stderr.</summary>
internal enum ExitCode
{
    /// <summary>After shutdown, a signal or end of input, with Teardown done.</summary>
    Ordered = 0,

    /// <summary>There was never a hello: Setup failed, no such class, no such file (1003, 1004; conformance 516, 533).</summary>
    NotStarted = 1,

    /// <summary>What came in has no frame boundaries any more (C26).</summary>
    BrokenInput = 2,

    /// <summary>A step or Teardown was still running when the time was up.</summary>
    OutOfTime = 3,

    /// <summary>A mistake in this Sdk.</summary>
    Fault = 70,
}
