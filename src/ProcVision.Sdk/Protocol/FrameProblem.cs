namespace ProcVision.Protocol;

/// <summary>Why a frame is answered with a refusal instead of being served. The request id is borrowed from the frame.</summary>
/// <param name="code">1000 for an <c>error</c> frame; 1006 for a call whose fields are wrong, which is answered by a <c>result</c> with status
/// ERROR (C24, conformance 302).</param>
/// <param name="message">What is wrong, with the value found.</param>
/// <param name="requestId">The frame's request id as raw JSON; empty when it has none or it could not be read.</param>
internal readonly ref struct FrameProblem(int code, string message, ReadOnlySpan<byte> requestId)
{
    internal const int Protocol = 1000;

    internal int Code { get; } = code;

    internal string? Message { get; } = message;

    internal ReadOnlySpan<byte> RequestId { get; } = requestId;

    /// <summary>False for the default value: there is no problem.</summary>
    internal bool Exists => Message is not null;
}
