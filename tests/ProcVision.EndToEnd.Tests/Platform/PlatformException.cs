namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>What the platform shows its user when a call or a start fails: a code of the 1xxx table and a text.</summary>
internal sealed class PlatformException(string code, string message) : Exception(message)
{
    internal string Code { get; } = code;
}
