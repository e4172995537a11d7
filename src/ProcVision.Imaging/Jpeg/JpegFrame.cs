using System.Buffers.Binary;

namespace ProcVision.Imaging;

/// <summary>What a JPEG's frame header says of its components (ITU T.81, B.2.2), and how many coded units a scan has.</summary>
internal sealed class JpegFrame
{
    private readonly Component[] _components = new Component[3];
    private int _width;
    private int _height;
    private int _maxAcross;
    private int _maxDown;

    internal bool IsProgressive { get; private set; }

    /// <summary>1 or 3; 0 before the header is read.</summary>
    internal int Count { get; private set; }

    /// <summary>Whether the components are named R, G, B.</summary>
    internal bool IsNamedRgb => Count == 3 && (_components[0].Id, _components[1].Id, _components[2].Id) == ('R', 'G', 'B');

    internal void Forget() => Count = 0;

    /// <exception cref="ImageException">The header is none that a picture has, or differs from the one looked at before.</exception>
    internal void Read(byte marker, ReadOnlySpan<byte> segment, in ImageHeader header)
    {
        IsProgressive = marker == 0xC2;
        _height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        _width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        Count = segment[5];
        if ((_width, _height, Count) != (header.Width, header.Height, header.Format == PixelFormat.Gray8 ? 1 : 3))
        {
            throw new ImageException($"JPEG 文件与其文件头不符: {_width}x{_height}，{Count} 个分量");
        }

        (_maxAcross, _maxDown) = (1, 1);
        for (var i = 0; i < Count; i++)
        {
            var one = segment.Slice(6 + (3 * i), 3);
            var component = new Component(one[0], one[1] >> 4, one[1] & 15, one[2]);
            if (component.Across is < 1 or > 4 || component.Down is < 1 or > 4 || component.Quantization > 3)
            {
                throw new ImageException("JPEG 数据损坏: SOF 段无效");
            }

            _components[i] = component;
            _maxAcross = Math.Max(_maxAcross, component.Across);
            _maxDown = Math.Max(_maxDown, component.Down);
        }
    }

    /// <summary>The place of a component by its id.</summary>
    /// <exception cref="ImageException">There is none.</exception>
    internal int Find(byte id)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_components[i].Id == id)
            {
                return i;
            }
        }

        throw new ImageException($"JPEG 数据损坏: 扫描头没有分量 {id}");
    }

    internal int QuantizationOf(int component) => _components[component].Quantization;

    /// <summary>Coded units of a scan of one component: its blocks without padding (ITU T.81, A.2.2).</summary>
    internal int UnitsOf(int component)
    {
        var one = _components[component];
        return Blocks(Blocks(_width * one.Across, _maxAcross), 8) * Blocks(Blocks(_height * one.Down, _maxDown), 8);
    }

    /// <summary>Coded units of a scan of several components (ITU T.81, A.2.3).</summary>
    internal int Units() => Blocks(_width, 8 * _maxAcross) * Blocks(_height, 8 * _maxDown);

    private static int Blocks(int size, int per) => (size + per - 1) / per;

    private readonly record struct Component(byte Id, int Across, int Down, int Quantization);
}
