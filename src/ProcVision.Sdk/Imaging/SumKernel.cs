using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ProcVision;

/// <summary>Sums of bytes, of every third one where pixels have three.</summary>
internal static class SumKernel
{
    /// <summary>The sum of all bytes.</summary>
    internal static long OfAll(ReadOnlySpan<byte> bytes)
    {
        var (first, second, third) = OfThree(bytes);
        return first + second + third;
    }

    /// <summary>The sums of the bytes at 0, 3, 6…, at 1, 4, 7… and at 2, 5, 8….</summary>
    internal static (long First, long Second, long Third) OfThree(ReadOnlySpan<byte> bytes)
    {
        var done = bytes.Length / 48 * 48;
        var sums = Sse2.IsSupported ? WithSse2(bytes[..done])
            : AdvSimd.Arm64.IsSupported ? WithAdvSimd(bytes[..done])
            : Scalar(bytes[..done]);
        var rest = Scalar(bytes[done..]);
        return (sums.First + rest.First, sums.Second + rest.Second, sums.Third + rest.Third);
    }

    internal static (long First, long Second, long Third) Scalar(ReadOnlySpan<byte> bytes)
    {
        long first = 0, second = 0, third = 0;
        var i = 0;
        for (; i + 2 < bytes.Length; i += 3)
        {
            first += bytes[i];
            second += bytes[i + 1];
            third += bytes[i + 2];
        }

        // A gray row need not be a multiple of three.
        first += i < bytes.Length ? bytes[i] : 0;
        second += i + 1 < bytes.Length ? bytes[i + 1] : 0;
        return (first, second, third);
    }

    private static (long First, long Second, long Third) WithSse2(ReadOnlySpan<byte> bytes)
    {
        var m0 = Vector128.Create((byte)255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255);
        var m1 = Vector128.Create((byte)0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0);
        var m2 = Vector128.Create((byte)0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0);
        Vector128<ulong> first = default, second = default, third = default;
        ref var from = ref MemoryMarshal.GetReference(bytes);
        for (nuint i = 0; i < (nuint)bytes.Length; i += 48)
        {
            var a = Vector128.LoadUnsafe(ref from, i);
            var b = Vector128.LoadUnsafe(ref from, i + 16);
            var c = Vector128.LoadUnsafe(ref from, i + 32);
            first += Sum(a & m0) + Sum(b & m2) + Sum(c & m1);
            second += Sum(a & m1) + Sum(b & m0) + Sum(c & m2);
            third += Sum(a & m2) + Sum(b & m1) + Sum(c & m0);
        }

        return ((long)Vector128.Sum(first), (long)Vector128.Sum(second), (long)Vector128.Sum(third));

        static Vector128<ulong> Sum(Vector128<byte> bytes) => Sse2.SumAbsoluteDifferences(bytes, default).AsUInt64();
    }

    private static unsafe (long First, long Second, long Third) WithAdvSimd(ReadOnlySpan<byte> bytes)
    {
        Vector128<ulong> first = default, second = default, third = default;
        fixed (byte* from = bytes)
        {
            for (var i = 0; i < bytes.Length; i += 48)
            {
                var (v0, v1, v2) = AdvSimd.Arm64.Load3xVector128AndUnzip(from + i);
                first = Add(first, v0);
                second = Add(second, v1);
                third = Add(third, v2);
            }
        }

        return ((long)Vector128.Sum(first), (long)Vector128.Sum(second), (long)Vector128.Sum(third));

        static Vector128<ulong> Add(Vector128<ulong> sum, Vector128<byte> bytes) =>
            AdvSimd.AddPairwiseWideningAndAdd(sum, AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(bytes)));
    }
}
