namespace ProcVision.Protocol;

/// <summary>The <c>type</c> of a frame (conformance 263).</summary>
internal enum MessageType : byte
{
    /// <summary>A text that is none of the others; it stands in <see cref="IncomingMessage.TypeText"/>.</summary>
    Unknown,

    /// <summary>The first frame of either side.</summary>
    Hello,

    /// <summary>The Runner wants a phase done.</summary>
    Call,

    /// <summary>The Runner asks whether the process lives.</summary>
    Ping,

    /// <summary>The answer to a ping.</summary>
    Pong,

    /// <summary>The answer to a call.</summary>
    Result,

    /// <summary>A frame could not be understood or served; never a verdict (conformance 302).</summary>
    Error,

    /// <summary><c>shutdown</c>, and <c>stop</c> of the older description (C41).</summary>
    Shutdown,
}
