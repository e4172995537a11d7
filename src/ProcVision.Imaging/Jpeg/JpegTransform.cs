using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProcVision.Imaging;

/// <summary>
/// The inverse cosine transform of an 8×8 block: Loeffler, Ligtenberg and Moschytz's eleven multiplications in 13-bit fixed point, the
/// accurate integer form that other decoders use too, so that their pictures agree.
/// </summary>
internal static class JpegTransform
{
    private const int Fraction = 13;
    private const int Spare = 2; // bits kept between the two passes

    private const int C0298631336 = 2446;
    private const int C0390180644 = 3196;
    private const int C0541196100 = 4433;
    private const int C0765366865 = 6270;
    private const int C0899976223 = 7373;
    private const int C1175875602 = 9633;
    private const int C1501321110 = 12299;
    private const int C1847759065 = 15137;
    private const int C1961570560 = 16069;
    private const int C2053119869 = 16819;
    private const int C2562915447 = 20995;
    private const int C3072711026 = 25172;

    /// <summary>Writes 8×8 samples.</summary>
    /// <param name="block">64 coefficients in natural order.</param>
    /// <param name="quantization">Their factors.</param>
    /// <param name="plane">From the block's first sample on.</param>
    /// <param name="stride">Samples from one row to the next.</param>
    [SkipLocalsInit]
    internal static void Inverse(ReadOnlySpan<short> block, ReadOnlySpan<ushort> quantization, Span<byte> plane, int stride)
    {
        if (!block[1..].ContainsAnyExcept((short)0))
        {
            Fill(Level(Rounded(block[0] * quantization[0] << Spare, Spare + 3)), plane, stride);
            return;
        }

        Span<int> half = stackalloc int[64];
        ref var coefficient = ref MemoryMarshal.GetReference(block[..64]);
        ref var factor = ref MemoryMarshal.GetReference(quantization[..64]);
        for (var x = 0; x < 8; x++)
        {
            Column(ref Unsafe.Add(ref coefficient, x), ref Unsafe.Add(ref factor, x), ref half[x]);
        }

        for (var y = 0; y < 8; y++)
        {
            Row(ref half[y * 8], ref MemoryMarshal.GetReference(plane.Slice(y * stride, 8)));
        }
    }

    /// <summary>Eight values that lie 8 apart; their ranges were checked by the caller, as in <see cref="Row"/>.</summary>
    private static void Column(ref short block, ref ushort factor, ref int to)
    {
        var line = new Line(
            Value(ref block, ref factor, 0), Value(ref block, ref factor, 8), Value(ref block, ref factor, 16), Value(ref block, ref factor, 24),
            Value(ref block, ref factor, 32), Value(ref block, ref factor, 40), Value(ref block, ref factor, 48), Value(ref block, ref factor, 56));
        const int Down = Fraction - Spare;
        to = Rounded(line.E0 + line.O3, Down);
        Unsafe.Add(ref to, 8) = Rounded(line.E1 + line.O2, Down);
        Unsafe.Add(ref to, 16) = Rounded(line.E2 + line.O1, Down);
        Unsafe.Add(ref to, 24) = Rounded(line.E3 + line.O0, Down);
        Unsafe.Add(ref to, 32) = Rounded(line.E3 - line.O0, Down);
        Unsafe.Add(ref to, 40) = Rounded(line.E2 - line.O1, Down);
        Unsafe.Add(ref to, 48) = Rounded(line.E1 - line.O2, Down);
        Unsafe.Add(ref to, 56) = Rounded(line.E0 - line.O3, Down);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static int Value(ref short block, ref ushort factor, int at) => Unsafe.Add(ref block, at) * Unsafe.Add(ref factor, at);
    }

    private static void Row(ref int from, ref byte to)
    {
        var line = new Line(
            from, Unsafe.Add(ref from, 1), Unsafe.Add(ref from, 2), Unsafe.Add(ref from, 3),
            Unsafe.Add(ref from, 4), Unsafe.Add(ref from, 5), Unsafe.Add(ref from, 6), Unsafe.Add(ref from, 7));
        const int Down = Fraction + Spare + 3;
        to = Level(Rounded(line.E0 + line.O3, Down));
        Unsafe.Add(ref to, 1) = Level(Rounded(line.E1 + line.O2, Down));
        Unsafe.Add(ref to, 2) = Level(Rounded(line.E2 + line.O1, Down));
        Unsafe.Add(ref to, 3) = Level(Rounded(line.E3 + line.O0, Down));
        Unsafe.Add(ref to, 4) = Level(Rounded(line.E3 - line.O0, Down));
        Unsafe.Add(ref to, 5) = Level(Rounded(line.E2 - line.O1, Down));
        Unsafe.Add(ref to, 6) = Level(Rounded(line.E1 - line.O2, Down));
        Unsafe.Add(ref to, 7) = Level(Rounded(line.E0 - line.O3, Down));
    }

    private static void Fill(byte level, Span<byte> plane, int stride)
    {
        for (var y = 0; y < 8; y++)
        {
            plane.Slice(y * stride, 8).Fill(level);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Rounded(int value, int bits) => (value + (1 << (bits - 1))) >> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Level(int value)
    {
        value += 128;
        return (uint)value <= 255 ? (byte)value : (byte)(~value >> 31);
    }

    /// <summary>Eight values transformed in one direction: sums and differences of the even and the odd half.</summary>
    private readonly ref struct Line
    {
        internal readonly int E0;
        internal readonly int E1;
        internal readonly int E2;
        internal readonly int E3;
        internal readonly int O0;
        internal readonly int O1;
        internal readonly int O2;
        internal readonly int O3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Line(int v0, int v1, int v2, int v3, int v4, int v5, int v6, int v7)
        {
            var turn = (v2 + v6) * C0541196100;
            var low = turn - (v6 * C1847759065);
            var high = turn + (v2 * C0765366865);
            var sum = (v0 + v4) << Fraction;
            var difference = (v0 - v4) << Fraction;
            E0 = sum + high;
            E3 = sum - high;
            E1 = difference + low;
            E2 = difference - low;

            var a = (v7 + v1) * -C0899976223;
            var b = (v5 + v3) * -C2562915447;
            var both = (v7 + v3 + v5 + v1) * C1175875602;
            var c = ((v7 + v3) * -C1961570560) + both;
            var d = ((v5 + v1) * -C0390180644) + both;
            O0 = (v7 * C0298631336) + a + c;
            O1 = (v5 * C2053119869) + b + d;
            O2 = (v3 * C3072711026) + b + c;
            O3 = (v1 * C1501321110) + a + d;
        }
    }
}
