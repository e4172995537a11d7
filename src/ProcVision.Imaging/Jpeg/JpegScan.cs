namespace ProcVision.Imaging;

/// <summary>Reads the blocks of one scan in their order (ITU T.81, A.2, E.2, G.1).</summary>
internal sealed class JpegScan(JpegFrame frame)
{
    private readonly JpegComponent[] _members = new JpegComponent[3];
    private readonly short[] _block = new short[64];
    private readonly JpegBlocks _blocks = new();
    private int _count;
    private bool _isProgressive;

    /// <summary>Reads a scan whose header this is; gives the position of the marker behind it.</summary>
    internal int Read(ReadOnlySpan<byte> header, ReadOnlySpan<byte> file, int at)
    {
        Prepare(header);
        var bits = new JpegBits(file, at);
        var left = frame.RestartInterval;
        var restart = 0;
        var alone = _count == 1;
        var (wide, high) = alone ? (_members[0].BlocksWide, _members[0].BlocksHigh) : (frame.UnitsWide, frame.UnitsHigh);
        for (var row = 0; row < high; row++)
        {
            for (var column = 0; column < wide; column++)
            {
                if (frame.RestartInterval > 0 && left-- == 0)
                {
                    _blocks.CheckRun();
                    bits.Restart(restart);
                    StartRun();
                    restart = (restart + 1) & 7;
                    left = frame.RestartInterval - 1;
                }

                if (alone)
                {
                    ReadBlock(ref bits, _members[0], column, row);
                }
                else
                {
                    ReadUnit(ref bits, column, row);
                }
            }
        }

        _blocks.CheckRun();
        return bits.End();
    }

    private void ReadUnit(ref JpegBits bits, int column, int row)
    {
        foreach (var component in _members.AsSpan(0, _count))
        {
            for (var y = 0; y < component.Down; y++)
            {
                for (var x = 0; x < component.Across; x++)
                {
                    ReadBlock(ref bits, component, (column * component.Across) + x, (row * component.Down) + y);
                }
            }
        }
    }

    private void ReadBlock(ref JpegBits bits, JpegComponent component, int column, int row)
    {
        if (_isProgressive)
        {
            _blocks.ReadProgressive(ref bits, component, component.Block(column, row));
            return;
        }

        Array.Clear(_block);
        JpegBlocks.ReadSequential(ref bits, component, _block);
        JpegTransform.Inverse(_block, component.Quantization, component.PlaneFrom(column, row), component.Stride);
    }

    private void StartRun()
    {
        _blocks.StartRun();
        foreach (var component in _members.AsSpan(0, _count))
        {
            component.Prediction = 0;
        }
    }

    private void Prepare(ReadOnlySpan<byte> header)
    {
        _count = header.IsEmpty ? 0 : header[0];
        if (_count < 1 || _count > frame.ComponentCount || header.Length != 4 + (2 * _count))
        {
            throw Bad("长度不对");
        }

        _isProgressive = frame.IsProgressive;
        var band = header[(1 + (2 * _count))..];
        _blocks.SetBand(band[0], band[1], band[2] >> 4, band[2] & 15, _isProgressive, _count);
        var blocksPerUnit = 0;
        for (var i = 0; i < _count; i++)
        {
            var component = Find(header[1 + (2 * i)]);
            if (_members.AsSpan(0, i).Contains(component))
            {
                throw Bad("分量重复");
            }

            _members[i] = component;
            Prepare(component, header[2 + (2 * i)]);
            blocksPerUnit += component.Across * component.Down;
        }

        if (_count > 1 && blocksPerUnit > 10)
        {
            throw Bad("采样系数过大");
        }

        StartRun();
    }

    private void Prepare(JpegComponent component, byte tables)
    {
        var (dc, ac) = (tables >> 4, tables & 15);
        if (dc > 3 || ac > 3)
        {
            throw Bad("霍夫曼表编号无效");
        }

        (component.Dc, component.Ac) = (frame.Dc[dc], frame.Ac[ac]);
        if ((_blocks.NeedsDc && !component.Dc.IsDefined) || (_blocks.NeedsAc && !component.Ac.IsDefined))
        {
            throw Bad("缺少霍夫曼表");
        }

        if (!_blocks.Advance(component))
        {
            throw Bad($"不接续分量 {component.Id} 之前的扫描");
        }

        frame.Latch(component);
    }

    private JpegComponent Find(byte id)
    {
        foreach (var component in frame.Components)
        {
            if (component.Id == id)
            {
                return component;
            }
        }

        throw Bad($"没有分量 {id}");
    }

    private static ImageException Bad(string what) => new($"JPEG 数据损坏: 扫描头{what}");
}
