using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>How an error reads on stderr (conformance 451).</summary>
internal static class Complaint
{
    /// <summary>A platform's code stands before its message, as in a log; one of the tool after it, so that the platform's messages begin as they always did.</summary>
    /// <param name="code">Null when there is none.</param>
    /// <param name="message">What happened, and what to do.</param>
    public static string Of(string? code, string message)
    {
        string head = Ink.Error(Words.Of("错误", "error"));
        return code switch
        {
            null => $"{head}: {message}",
            ['P', 'V', 'T', ..] => $"{head}: {message} [{code}]",
            _ => $"{head}: [{code}] {message}",
        };
    }
}
