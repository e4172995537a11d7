namespace ProcVision.Hosting;

/// <summary>Why the process ends.</summary>
/// <param name="Text">For stderr.</param>
/// <param name="Code">What it ends with when everything goes well from here.</param>
/// <param name="Answered">The Runner asked by a <c>shutdown</c> frame and gets the last frame (conformance 307).</param>
internal sealed record EndCause(string Text, ExitCode Code = ExitCode.Ordered, bool Answered = false)
{
    internal static EndCause Shutdown { get; } = new("shutdown", Answered: true);

    internal static EndCause EndOfInput { get; } = new("end of input");

    internal static EndCause HostIsGone { get; } = new("nobody reads standard output any more");
}
