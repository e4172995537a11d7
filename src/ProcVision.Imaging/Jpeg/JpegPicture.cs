using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProcVision.Imaging;

/// <summary>Turns the decoded components into the rows of the picture.</summary>
internal sealed class JpegPicture
{
    private readonly byte[][] _rows = [[], [], []];
    private int[] _sums = [];

    internal void Write(JpegFrame frame, Span<byte> pixels)
    {
        if (frame.ComponentCount == 1)
        {
            for (var y = 0; y < frame.Height; y++)
            {
                frame.Components[0].Row(y).CopyTo(pixels.Slice(y * frame.Width, frame.Width));
            }

            return;
        }

        Reserve(frame.UnitsWide * frame.MaxAcross * 8);
        var isRgb = frame.IsRgb;
        for (var y = 0; y < frame.Height; y++)
        {
            var first = JpegUpsampler.Row(frame.Components[0], frame, y, _sums, _rows[0]);
            var second = JpegUpsampler.Row(frame.Components[1], frame, y, _sums, _rows[1]);
            var third = JpegUpsampler.Row(frame.Components[2], frame, y, _sums, _rows[2]);
            var to = pixels.Slice(y * frame.Width * 3, frame.Width * 3);
            if (isRgb)
            {
                Interleave(first, second, third, to);
            }
            else
            {
                Convert(first, second, third, to);
            }
        }
    }

    private void Reserve(int width)
    {
        if (_sums.Length < width)
        {
            _sums = new int[width];
            for (var i = 0; i < 3; i++)
            {
                _rows[i] = new byte[width];
            }
        }
    }

    private static void Interleave(ReadOnlySpan<byte> red, ReadOnlySpan<byte> green, ReadOnlySpan<byte> blue, Span<byte> to)
    {
        for (int x = 0, at = 0; at < to.Length; x++, at += 3)
        {
            (to[at], to[at + 1], to[at + 2]) = (red[x], green[x], blue[x]);
        }
    }

    /// <summary>YCbCr of JFIF (ITU-R BT.601, full range) in 16-bit fixed point.</summary>
    private static void Convert(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> blueness, ReadOnlySpan<byte> redness, Span<byte> to)
    {
        var pixels = MemoryMarshal.Cast<byte, Rgb>(to);
        luma = luma[..pixels.Length];
        blueness = blueness[..pixels.Length];
        redness = redness[..pixels.Length];
        for (var x = 0; x < pixels.Length; x++)
        {
            var y = luma[x];
            var cb = blueness[x] - 128;
            var cr = redness[x] - 128;
            pixels[x] = new(
                Level(y + (((91881 * cr) + 32768) >> 16)),
                Level(y + (((-22554 * cb) - (46802 * cr) + 32768) >> 16)),
                Level(y + (((116130 * cb) + 32768) >> 16)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Level(int value) => (uint)value <= 255 ? (byte)value : (byte)(~value >> 31);

    private readonly record struct Rgb(byte Red, byte Green, byte Blue);
}
