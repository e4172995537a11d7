namespace ProcVision.Cli;

/// <summary>Something that was asked for cannot be done; the message is for the user and says what to do.</summary>
/// <param name="message">Without the word for error in front.</param>
/// <param name="errorCode">The code an algorithm would have answered with, for example 1001; null when there is none.</param>
internal sealed class BadInputException(string message, string? errorCode = null) : Exception(message)
{
    public string? ErrorCode { get; } = errorCode;
}
