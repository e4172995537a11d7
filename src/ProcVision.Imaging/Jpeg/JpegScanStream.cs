using StbImageSharp;

namespace ProcVision.Imaging;

/// <summary>
/// A JPEG file as StbImageSharp reads it, byte by byte. Watches what the decoder takes of each scan's data: where they end too early it
/// would go on with zeros, and where too late it would pass over the rest.
/// </summary>
/// <remarks>
/// Behind the data the stream gives some zeros before the marker, so that it sees how far the decoder reads; the bits that the decoder then
/// still holds tell what it has used. At the end of a scan it asks for <see cref="Position"/> before it looks for the marker. Behind a
/// restart interval it looks for the marker only with fewer than 24 bits in hand: therefore two zeros. It may fetch that marker while
/// it still decodes; then only as many units are certain to be missing as cannot fit into the bits that are left.
/// </remarks>
internal sealed unsafe class JpegScanStream(byte* file, int length, JpegScans scans) : Stream
{
    private const int ZerosBeforeRestart = 2;
    private const int MostZeros = 8;

    private int _at;
    private int _end = scans.Data[0].Start;
    private int _stretch;
    private int _zeros;
    private bool _isInData;

    /// <summary>The decoder that reads.</summary>
    internal StbImage.stbi__jpeg? Decoder { private get; set; }

    /// <summary>Whether everything up to the end marker, and nothing more, has been read.</summary>
    internal bool IsRead => _at == scans.End;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get
        {
            if (_isInData)
            {
                LeaveData(least: 0, most: 7); // bits that fill the last byte
            }

            return _at;
        }

        set => throw new NotSupportedException();
    }

    public override int ReadByte() => _at < _end ? file[_at++] : ReadOn();

    public override long Seek(long offset, SeekOrigin origin)
    {
        // Only to pass over a segment.
        return origin == SeekOrigin.Current && offset >= 0 && offset <= _end - _at ? _at += (int)offset : throw Damaged("段超出文件");
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int ReadOn()
    {
        if (_stretch == scans.Data.Count)
        {
            return -1;
        }

        var data = scans.Data[_stretch];
        if (!_isInData)
        {
            (_isInData, _zeros, _end) = (true, 0, data.End);
            return ReadByte();
        }

        if (!data.IsLast && _zeros == ZerosBeforeRestart)
        {
            LeaveData(LeastForRest(Decoder!), most: 8);
            return ReadByte();
        }

        return _zeros++ < MostZeros ? 0 : throw Damaged("熵编码数据提前结束");
    }

    /// <summary>The bits that the units after the present one take at least: two codes per block, or one that gives only the mean.</summary>
    private static long LeastForRest(StbImage.stbi__jpeg decoder)
    {
        var perUnit = decoder.progressive == 0 ? 2 * decoder.scan_n : decoder.spec_start == 0 ? decoder.scan_n : 0;
        return Math.Max(0, (decoder.todo - 1L) * perUnit);
    }

    private void LeaveData(long least, int most)
    {
        var unused = (8L * (_end - _at - _zeros)) + Decoder!.code_bits;
        if (unused < least)
        {
            throw Damaged("熵编码数据提前结束");
        }

        if (unused > most)
        {
            throw Damaged("标记之前有多余数据");
        }

        _stretch++;
        (_isInData, _end) = (false, _stretch < scans.Data.Count ? scans.Data[_stretch].Start : length);
    }

    private static ImageException Damaged(string what) => new($"JPEG 数据损坏: {what}");
}
