namespace ProcVision.Imaging;

/// <summary>The bodies of a PNG's IDAT chunks as one stream over memory that the caller keeps in place.</summary>
internal sealed unsafe class PngDataStream(byte* file, int length) : Stream
{
    private int _next = PngHeader.FirstChunk;
    private int _at;
    private int _left;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var whole = new ReadOnlySpan<byte>(file, length);
        while (_left == 0)
        {
            if (!PngChunk.TryRead(whole, _next, out var chunk) || chunk.Is("IEND"u8))
            {
                return 0;
            }

            if (chunk.Is("IDAT"u8))
            {
                (_at, _left) = (_next + 8, chunk.Body.Length);
            }

            _next = chunk.End;
        }

        var count = Math.Min(_left, buffer.Length);
        whole.Slice(_at, count).CopyTo(buffer);
        _at += count;
        _left -= count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
