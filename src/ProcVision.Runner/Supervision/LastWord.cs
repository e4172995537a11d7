namespace ProcVision.Runner;

/// <summary>An error frame that answers nothing: why an algorithm cannot go on.</summary>
/// <param name="Code">Of the frame; 9999 when it has none.</param>
/// <param name="Message">Of the frame; may be empty.</param>
internal sealed record LastWord(string Code, string Message)
{
    /// <summary>For the reason of a transition.</summary>
    public override string ToString() => $"[{Code}] {Message}";
}
