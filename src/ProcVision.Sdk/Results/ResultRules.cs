namespace ProcVision;

/// <summary>What a result must have before it exists, so that an empty reason is an exception at its line and not a riddle at the station.</summary>
internal static class ResultRules
{
    internal static ErrorCode Code(ErrorCode code) => Enum.IsDefined(code)
        ? code
        : throw new ArgumentException($"{(int)code} is not an error code of a result. Use one of the ErrorCode members.", nameof(code));

    internal static string Text(Message message, string rule)
    {
        var text = message.Take();
        return string.IsNullOrWhiteSpace(text) ? throw new ArgumentException($"{rule}. Say what was found and what was expected.") : text;
    }
}
