using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ProcVision;

/// <summary>
/// Three bytes per pixel to one. The instructions are named (<c>Ssse3</c>, <c>AdvSimd</c>): a portable byte shuffle becomes a software
/// loop under native compilation for the baseline processor, many times slower than the scalar form.
/// </summary>
internal static class GrayKernel
{
    /// <summary>Converts pixels without gaps.</summary>
    /// <param name="pixels">Three times as many bytes as <paramref name="gray"/>.</param>
    /// <param name="format">Rgb24 or Bgr24.</param>
    /// <param name="gray">One byte per pixel.</param>
    internal static void Convert(ReadOnlySpan<byte> pixels, PixelFormat format, Span<byte> gray)
    {
        var done = Ssse3.IsSupported ? WithSsse3(pixels, format, gray)
            : AdvSimd.Arm64.IsSupported ? WithAdvSimd(pixels, format, gray)
            : 0;
        Scalar(pixels[(done * 3)..], format, gray[done..]);
    }

    internal static void Scalar(ReadOnlySpan<byte> pixels, PixelFormat format, Span<byte> gray)
    {
        var (first, second, third) = Luma.WeightsOf(format);
        for (int i = 0, from = 0; i < gray.Length; i++, from += 3)
        {
            gray[i] = (byte)(((first * pixels[from]) + (second * pixels[from + 1]) + (third * pixels[from + 2]) + 128) >> 8);
        }
    }

    /// <summary>Gives the number of pixels done: all but the last 0 to 15.</summary>
    private static int WithSsse3(ReadOnlySpan<byte> pixels, PixelFormat format, Span<byte> gray)
    {
        var (first, second, third) = Luma.WeightsOf(format);
        var (w0, w1, w2) = (Vector128.Create((ushort)first), Vector128.Create((ushort)second), Vector128.Create((ushort)third));
        var half = Vector128.Create((ushort)128);
        var count = gray.Length & ~15;
        ref var from = ref MemoryMarshal.GetReference(pixels[..(count * 3)]);
        ref var to = ref MemoryMarshal.GetReference(gray);
        for (var i = 0; i < count; i += 16)
        {
            var a = Vector128.LoadUnsafe(ref from, (nuint)(i * 3));
            var b = Vector128.LoadUnsafe(ref from, (nuint)((i * 3) + 16));
            var c = Vector128.LoadUnsafe(ref from, (nuint)((i * 3) + 32));

            // Each channel of 16 pixels is spread over the three vectors: 0x80 gives zero, so the parts can be joined.
            var v0 = Ssse3.Shuffle(a, Vector128.Create((byte)0, 3, 6, 9, 12, 15, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128))
                | Ssse3.Shuffle(b, Vector128.Create((byte)128, 128, 128, 128, 128, 128, 2, 5, 8, 11, 14, 128, 128, 128, 128, 128))
                | Ssse3.Shuffle(c, Vector128.Create((byte)128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 1, 4, 7, 10, 13));
            var v1 = Ssse3.Shuffle(a, Vector128.Create((byte)1, 4, 7, 10, 13, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128))
                | Ssse3.Shuffle(b, Vector128.Create((byte)128, 128, 128, 128, 128, 0, 3, 6, 9, 12, 15, 128, 128, 128, 128, 128))
                | Ssse3.Shuffle(c, Vector128.Create((byte)128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 2, 5, 8, 11, 14));
            var v2 = Ssse3.Shuffle(a, Vector128.Create((byte)2, 5, 8, 11, 14, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128))
                | Ssse3.Shuffle(b, Vector128.Create((byte)128, 128, 128, 128, 128, 1, 4, 7, 10, 13, 128, 128, 128, 128, 128, 128))
                | Ssse3.Shuffle(c, Vector128.Create((byte)128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 0, 3, 6, 9, 12, 15));

            var low = Weigh(Sse2.UnpackLow(v0, default), Sse2.UnpackLow(v1, default), Sse2.UnpackLow(v2, default));
            var high = Weigh(Sse2.UnpackHigh(v0, default), Sse2.UnpackHigh(v1, default), Sse2.UnpackHigh(v2, default));
            Sse2.PackUnsignedSaturate(low, high).StoreUnsafe(ref to, (nuint)i);
        }

        return count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector128<short> Weigh(Vector128<byte> x0, Vector128<byte> x1, Vector128<byte> x2)
        {
            var sum = Sse2.MultiplyLow(x0.AsUInt16(), w0) + Sse2.MultiplyLow(x1.AsUInt16(), w1) + Sse2.MultiplyLow(x2.AsUInt16(), w2);
            return Sse2.ShiftRightLogical(sum + half, 8).AsInt16();
        }
    }

    /// <inheritdoc cref="WithSsse3"/>
    private static unsafe int WithAdvSimd(ReadOnlySpan<byte> pixels, PixelFormat format, Span<byte> gray)
    {
        var (first, second, third) = Luma.WeightsOf(format);
        var (w0, w1, w2) = (Vector64.Create((byte)first), Vector64.Create((byte)second), Vector64.Create((byte)third));
        var count = gray.Length & ~15;
        fixed (byte* from = pixels[..(count * 3)], to = gray)
        {
            for (var i = 0; i < count; i += 16)
            {
                var (v0, v1, v2) = AdvSimd.Arm64.Load3xVector128AndUnzip(from + (i * 3));
                AdvSimd.Store(to + i, Vector128.Create(
                    Weigh(v0.GetLower(), v1.GetLower(), v2.GetLower()),
                    Weigh(v0.GetUpper(), v1.GetUpper(), v2.GetUpper())));
            }
        }

        return count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector64<byte> Weigh(Vector64<byte> x0, Vector64<byte> x1, Vector64<byte> x2)
        {
            var sum = AdvSimd.MultiplyWideningLower(x0, w0);
            sum = AdvSimd.MultiplyWideningLowerAndAdd(sum, x1, w1);
            sum = AdvSimd.MultiplyWideningLowerAndAdd(sum, x2, w2);
            return AdvSimd.ShiftRightLogicalRoundedNarrowingLower(sum, 8);
        }
    }
}
