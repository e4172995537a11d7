namespace ProcVision.Protocol;

/// <summary>Where frames come from: standard input, a child's standard output, a test's bytes.</summary>
internal interface IByteSource
{
    /// <summary>Waits for bytes and gives as many as there are; 0 at the end of input.</summary>
    int Read(Span<byte> buffer);
}
