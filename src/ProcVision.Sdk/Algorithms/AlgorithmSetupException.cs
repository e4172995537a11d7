namespace ProcVision;

/// <summary>
/// The algorithm cannot start: a file of the manifest is missing, or the constructor or <c>Setup</c> failed. As a process it answers 1003 with this
/// message in place of hello (C4, conformance 201, 203, 516).
/// </summary>
public sealed class AlgorithmSetupException : Exception
{
    internal AlgorithmSetupException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
