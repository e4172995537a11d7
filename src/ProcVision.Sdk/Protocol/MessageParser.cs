namespace ProcVision.Protocol;

/// <summary>Reads frame bodies. Not thread-safe: a thread that reads while a call runs needs a parser of its own.</summary>
internal sealed class MessageParser
{
    /// <summary>Reads one body in one pass, validating all of it; allocates nothing for a good frame.</summary>
    /// <param name="body">The frame's body, without the length.</param>
    /// <param name="message">The message; also filled as far as possible when the result is false.</param>
    /// <param name="problem">When the result is false: what to answer with an <c>error</c> frame.</param>
    /// <returns>False when it is no JSON object with a <c>type</c> (conformance 534, 535).</returns>
    internal bool TryParse(ReadOnlySpan<byte> body, scoped out IncomingMessage message, scoped out FrameProblem problem) =>
        throw new NotImplementedException($"{body.Length}");
}
