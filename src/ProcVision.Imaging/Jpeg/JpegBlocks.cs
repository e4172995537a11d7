using System.Diagnostics.CodeAnalysis;

namespace ProcVision.Imaging;

/// <summary>Reads the coefficients of one block, at once (sequential) or band by band and bit by bit (progressive, ITU T.81, annex G).</summary>
internal sealed class JpegBlocks
{
    private int _first;
    private int _last;
    private int _high;
    private int _low;
    private int _endRun; // blocks still to come of which this scan's band has nothing new

    /// <summary>Whether the scan reads DC codes, or AC codes: their table must be there.</summary>
    internal bool NeedsDc { get; private set; }

    internal bool NeedsAc { get; private set; }

    /// <summary>The band and the bits that the scan sends.</summary>
    /// <exception cref="ImageException">The numbers contradict the standard.</exception>
    internal void SetBand(int first, int last, int high, int low, bool isProgressive, int components)
    {
        var isLegal = isProgressive
            ? first <= last && last <= 63 && (first == 0 ? last == 0 : components == 1) && low <= 13 && (high == 0 || high == low + 1)
            : (first, last, high, low) == (0, 63, 0, 0);
        if (!isLegal)
        {
            throw new ImageException($"JPEG 数据损坏: 扫描的频带 {first}-{last}、位 {high}-{low} 无效");
        }

        (_first, _last, _high, _low) = (first, last, high, low);
        NeedsDc = first == 0 && high == 0;
        NeedsAc = !isProgressive || first > 0;
    }

    /// <summary>Whether the scan continues what earlier ones brought of a component.</summary>
    internal bool Advance(JpegComponent component) => component.Advance(_first, _last, _high, _low);

    internal void StartRun() => _endRun = 0;

    /// <summary>At a restart marker and at the end of a scan no run of empty blocks may be open.</summary>
    internal void CheckRun()
    {
        if (_endRun != 0)
        {
            throw new ImageException($"JPEG 数据损坏: 扫描结束时还缺 {_endRun} 个块");
        }
    }

    internal static void ReadSequential(ref JpegBits bits, JpegComponent component, Span<short> block)
    {
        ReadDc(ref bits, component, block, 0);
        var zigzag = JpegFrame.ZigZag;
        var ac = component.Ac!;
        for (var k = 1; k < 64; k++)
        {
            var symbol = ac.Read(ref bits);
            var (run, size) = (symbol >> 4, symbol & 15);
            if (size == 0)
            {
                if (run != 15)
                {
                    return;
                }

                k += 15;
                continue;
            }

            k = Within(k + run);
            block[zigzag[k]] = (short)bits.ReadSigned(size);
        }
    }

    internal void ReadProgressive(ref JpegBits bits, JpegComponent component, Span<short> block)
    {
        if (_first == 0)
        {
            if (_high == 0)
            {
                ReadDc(ref bits, component, block, _low);
            }
            else if (bits.Read(1) != 0)
            {
                block[0] |= (short)(1 << _low);
            }
        }
        else if (_high == 0)
        {
            ReadBand(ref bits, component.Ac!, block);
        }
        else
        {
            RefineBand(ref bits, component.Ac!, block);
        }
    }

    private static void ReadDc(ref JpegBits bits, JpegComponent component, Span<short> block, int low)
    {
        var size = component.Dc!.Read(ref bits);
        if (size > 11)
        {
            throw new ImageException($"JPEG 数据损坏: 直流系数有 {size} 位");
        }

        component.Prediction += size == 0 ? 0 : bits.ReadSigned(size);
        block[0] = (short)(component.Prediction << low);
    }

    private void ReadBand(ref JpegBits bits, JpegHuffman ac, Span<short> block)
    {
        if (_endRun > 0)
        {
            _endRun--;
            return;
        }

        for (var k = _first; k <= _last; k++)
        {
            var symbol = ac.Read(ref bits);
            var (run, size) = (symbol >> 4, symbol & 15);
            if (size == 0)
            {
                if (run != 15)
                {
                    _endRun = (1 << run) + bits.Read(run) - 1;
                    return;
                }

                k += 15;
                continue;
            }

            k = Within(k + run);
            block[JpegFrame.ZigZag[k]] = (short)(bits.ReadSigned(size) << _low);
        }
    }

    private void RefineBand(ref JpegBits bits, JpegHuffman ac, Span<short> block)
    {
        var k = _first;
        if (_endRun == 0)
        {
            for (; k <= _last; k++)
            {
                var symbol = ac.Read(ref bits);
                var (run, size) = (symbol >> 4, symbol & 15);
                var value = 0;
                if (size == 0)
                {
                    if (run != 15)
                    {
                        _endRun = (1 << run) + bits.Read(run);
                        break;
                    }
                }
                else if (size == 1)
                {
                    value = bits.Read(1) != 0 ? 1 << _low : -(1 << _low);
                }
                else
                {
                    throw new ImageException("JPEG 数据损坏: 细化扫描中的系数无效");
                }

                // Passes over so many coefficients that are still zero, refining the others on the way.
                for (; k <= _last; k++)
                {
                    ref var coefficient = ref block[JpegFrame.ZigZag[k]];
                    if (coefficient != 0)
                    {
                        Refine(ref bits, ref coefficient);
                    }
                    else if (run-- == 0)
                    {
                        coefficient = (short)value;
                        break;
                    }
                }

                if (k > _last && value != 0)
                {
                    throw new ImageException("JPEG 数据损坏: 系数超出频带");
                }
            }
        }

        if (_endRun > 0)
        {
            for (; k <= _last; k++)
            {
                ref var coefficient = ref block[JpegFrame.ZigZag[k]];
                if (coefficient != 0)
                {
                    Refine(ref bits, ref coefficient);
                }
            }

            _endRun--;
        }
    }

    private void Refine(ref JpegBits bits, ref short coefficient)
    {
        if (bits.Read(1) != 0 && (coefficient & (1 << _low)) == 0)
        {
            coefficient += (short)(coefficient > 0 ? 1 << _low : -(1 << _low));
        }
    }

    private static int Within(int k)
    {
        if (k >= 64)
        {
            ThrowOutside();
        }

        return k;
    }

    [DoesNotReturn]
    private static void ThrowOutside() => throw new ImageException("JPEG 数据损坏: 系数超出块");
}
