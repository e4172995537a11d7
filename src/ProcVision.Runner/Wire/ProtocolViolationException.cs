namespace ProcVision.Runner;

/// <summary>An algorithm has sent something that is not the protocol; the connection is of no further use.</summary>
internal sealed class ProtocolViolationException(string message) : Exception(message);
