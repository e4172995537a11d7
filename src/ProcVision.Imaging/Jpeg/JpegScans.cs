using System.Buffers.Binary;

namespace ProcVision.Imaging;

/// <summary>
/// Walks a JPEG from marker to marker before it is decoded, and finds where the entropy-coded data lie. Refuses everything
/// that StbImageSharp would pass over and fill with gray or with what lay in memory: missing tables, components, scans and restart markers.
/// Kept from file to file for its buffers.
/// </summary>
internal sealed class JpegScans
{
    private readonly JpegFrame _frame = new();
    private readonly JpegTables _tables = new();
    private readonly JpegProgress _progress = new();
    private readonly List<JpegStretch> _data = [];
    private int _restartInterval;
    private bool _isJfif;
    private int _adobeTransform;

    /// <summary>The entropy-coded data from marker to marker.</summary>
    internal IReadOnlyList<JpegStretch> Data => _data;

    /// <summary>The first byte behind the end marker.</summary>
    internal int End { get; private set; }

    /// <exception cref="ImageException">The file is damaged, or says two things about its colours.</exception>
    internal void Read(ReadOnlySpan<byte> file, in ImageHeader header)
    {
        _frame.Forget();
        _tables.Forget();
        _progress.Forget();
        _data.Clear();
        (_restartInterval, _isJfif, _adobeTransform) = (0, false, -1);
        var at = 2;
        while (true)
        {
            var marker = NextMarker(file, ref at);
            if (marker == 0xD9)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            var segment = file.Slice(at + 2, length - 2);
            at += length;
            if (marker == 0xDA)
            {
                at = ReadScan(segment, file, at);
            }
            else
            {
                ReadSegment(marker, segment, header);
            }
        }

        End = at;
        CheckWhole();
    }

    private static byte NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        var start = at;
        while (file[at] == 0xFF)
        {
            at++; // fill bytes may precede a marker
        }

        // Markers that stand alone have their place inside the data of a scan.
        return at > start && file[at++] is var marker and >= 0xC0 and not (>= 0xD0 and <= 0xD8)
            ? marker
            : throw new ImageException($"JPEG 数据损坏: 第 {start} 字节处应为段的标记");
    }

    private void ReadSegment(byte marker, ReadOnlySpan<byte> segment, in ImageHeader header)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                _frame.Read(marker, segment, header);
                break;
            case 0xC4:
                _tables.ReadHuffman(segment);
                break;
            case 0xDB when _frame.IsProgressive && _data.Count > 0:
                throw new ImageException("不支持在扫描之间改变量化表的渐进式 JPEG");
            case 0xDB:
                _tables.ReadQuantization(segment);
                break;
            case 0xDD:
                _restartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment);
                break;
            case 0xE0:
                _isJfif |= segment.StartsWith("JFIF\0"u8);
                break;
            case 0xEE when segment.Length >= 12 && segment.StartsWith("Adobe\0"u8):
                _adobeTransform = segment[11];
                break;
        }
    }

    private int ReadScan(ReadOnlySpan<byte> header, ReadOnlySpan<byte> file, int start)
    {
        var count = header[0];
        if (count < 1 || count > _frame.Count || header.Length != 4 + (2 * count))
        {
            throw new ImageException("JPEG 数据损坏: 扫描头长度不对");
        }

        var band = header[(1 + (2 * count))..];
        var seen = 0;
        for (var i = 0; i < count; i++)
        {
            var component = _frame.Find(header[1 + (2 * i)]);
            var tables = header[2 + (2 * i)];
            var needsDc = !_frame.IsProgressive || (band[0] == 0 && band[2] >> 4 == 0);
            var needsAc = !_frame.IsProgressive || band[0] != 0;
            if ((needsDc && !_tables.HasDc(tables >> 4)) || (needsAc && !_tables.HasAc(tables & 15)) || !_tables.HasQuantization(_frame.QuantizationOf(component)))
            {
                throw new ImageException($"JPEG 数据损坏: 缺少第 {component + 1} 个分量的霍夫曼表或量化表");
            }

            if ((seen >> component & 1) != 0 || (band[0] != 0 && count > 1) || !_progress.Advance(component, band, _frame.IsProgressive))
            {
                throw new ImageException($"JPEG 数据损坏: 扫描头不接续第 {component + 1} 个分量之前的扫描");
            }

            seen |= 1 << component;
        }

        var units = count == 1 ? _frame.UnitsOf(_frame.Find(header[1])) : _frame.Units();
        return ReadData(file, start, _restartInterval == 0 ? 0 : (units - 1) / _restartInterval);
    }

    /// <summary>Finds the marker behind a scan's data and counts the restart markers on the way.</summary>
    private int ReadData(ReadOnlySpan<byte> file, int at, int expected)
    {
        var start = at;
        for (var restarts = 0; ;)
        {
            at += file[at..].IndexOf((byte)0xFF) is var found and >= 0 ? found : file.Length;
            var next = at + 1;
            while (file[next] == 0xFF)
            {
                next++;
            }

            var marker = file[next];
            if (marker is >= 0xD0 and <= 0xD7)
            {
                if (restarts == expected || marker != 0xD0 + (restarts & 7))
                {
                    var wanted = restarts == expected ? "扫描的结尾" : $"重启标记 {restarts & 7}";
                    throw new ImageException($"JPEG 数据损坏: 第 {at} 字节处应为{wanted}，实为重启标记 {marker - 0xD0}");
                }

                restarts++;
                _data.Add(new(start, at, IsLast: false));
                start = next + 1;
            }
            else if (marker != 0)
            {
                _data.Add(new(start, at, IsLast: true));
                return restarts == expected ? at : throw new ImageException($"JPEG 数据损坏: 扫描应有 {expected} 个重启标记，实有 {restarts} 个");
            }

            at = next + 1;
        }
    }

    private void CheckWhole()
    {
        for (var i = 0; i < _frame.Count; i++)
        {
            if (!_progress.IsSeen(i))
            {
                throw new ImageException($"JPEG 数据损坏: 第 {i + 1} 个分量没有数据");
            }
        }

        // StbImageSharp does not look at JFIF, which says YCbCr, and puts the names of the components above Adobe's mark.
        var isRgb = !_isJfif && (_adobeTransform == 0 || (_adobeTransform < 0 && _frame.IsNamedRgb));
        if (_frame.Count == 3 && isRgb != (_adobeTransform == 0 || _frame.IsNamedRgb))
        {
            throw new ImageException("JPEG 的颜色标记（JFIF、Adobe、分量名）相互矛盾，请重新保存");
        }
    }
}
