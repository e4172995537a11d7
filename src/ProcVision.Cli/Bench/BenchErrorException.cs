namespace ProcVision.Cli;

/// <summary>A measured detection ended with ERROR: its times would be those of something else.</summary>
/// <param name="code">The algorithm's.</param>
/// <param name="message">The algorithm's.</param>
internal sealed class BenchErrorException(string? code, string message) : Exception(message)
{
    public string? Code { get; } = code;
}
