namespace ProcVision.Cli;

/// <summary>Something that was asked for cannot be done; the message is for the user and says what to do.</summary>
/// <param name="message">Without the word for error in front.</param>
/// <param name="errorCode">A <see cref="ToolCode"/>, or the code an algorithm would have answered with, for example 1001.</param>
internal sealed class BadInputException(string message, string errorCode = ToolCode.Usage) : Exception(message)
{
    public string ErrorCode { get; } = errorCode;
}
