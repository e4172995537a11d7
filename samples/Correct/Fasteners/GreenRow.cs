using ProcVision;

namespace Fasteners;

/// <summary>One row of a picture as brightness: gray pixels as they are, of a colour picture the green channel, without a copy.</summary>
internal readonly ref struct GreenRow
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _step;

    private GreenRow(ReadOnlySpan<byte> bytes, int step)
    {
        _bytes = bytes;
        _step = step;
    }

    public int Length => _bytes.Length / _step;

    public byte this[int x] => _bytes[(x * _step) + (_step / 2)];

    public static GreenRow Of(StepImage image, int y) => new(image.Row(y), image.Format == PixelFormat.Gray8 ? 1 : 3);
}
