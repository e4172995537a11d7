namespace ProcVision;

/// <summary>The algorithm cannot start: 1003 with the reason in place of hello (C4, conformance 516).</summary>
internal sealed class AlgorithmSetupException(string message, Exception? inner = null) : Exception(message, inner);
