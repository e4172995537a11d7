namespace ProcVision.Protocol;

/// <summary>
/// Cuts a stream of bytes into frames (conformance 258). One thread at a time; which one may change from frame to frame.
/// </summary>
internal sealed class FrameReader(IByteSource source) : IDisposable
{
    /// <summary>The body of the last frame; valid until the next <see cref="Next"/>, or after <see cref="Hold"/> until <see cref="Return"/>.</summary>
    internal ReadOnlySpan<byte> Body => throw new NotImplementedException();

    /// <summary>What to answer after <see cref="FrameEvent.Refused"/>.</summary>
    internal FrameProblem Problem => throw new NotImplementedException();

    /// <summary>Why the stream cannot be read any further, after <see cref="FrameEvent.Broken"/>.</summary>
    internal string Reason => throw new NotImplementedException();

    /// <summary>Reads up to the end of the next frame. Blocks in the source; allocates nothing once its buffer is large enough.</summary>
    internal FrameEvent Next() => throw new NotImplementedException($"{source}");

    /// <summary>
    /// Leaves the last body where it is, so that the call it belongs to may go on while another thread reads the next frame: the reader
    /// goes on in another buffer. Called by the thread that reads next.
    /// </summary>
    /// <returns>What to give to <see cref="Return"/> when the call has ended.</returns>
    internal byte[] Hold() => throw new NotImplementedException();

    /// <summary>Gives a held body back; any thread.</summary>
    internal void Return(byte[] held) => throw new NotImplementedException();

    /// <summary>Gives the buffers back.</summary>
    public void Dispose() => throw new NotImplementedException();
}
