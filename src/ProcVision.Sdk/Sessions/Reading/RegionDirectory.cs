using System.Collections;

namespace ProcVision;

/// <summary>The values by key of a region: the chain of chunks and what their entries hold.</summary>
internal sealed class RegionDirectory(RegionLook look, RegionSpans spans, List<string> problems)
{
    private readonly RegionView _view = look.View;
    private readonly Dictionary<string, ReadValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _twice = new(StringComparer.Ordinal);

    /// <summary>The values, ordinally by key.</summary>
    internal IEnumerable<ReadValue> Values()
    {
        try
        {
            ReadChunks();
        }
        catch (RegionFault fault)
        {
            problems.Add($"键目录: {fault.Message}；之后的键无法读取");
        }

        problems.AddRange(_twice.Order(StringComparer.Ordinal).Select(key => $"键 '{key}': 出现两次"));
        return _values.Values.Where(value => !_twice.Contains(value.Key)).OrderBy(value => value.Key, StringComparer.Ordinal);
    }

    private void ReadChunks()
    {
        var taken = new BitArray(_view.Size / RegionFormat.BlockAlignment);
        for (var word = _view.Word(RegionFormat.DirectoryAt); RegionFormat.ChunkOffset(word, look.Generation) is not 0 and var offset;)
        {
            var at = (long)offset;
            var (next, count) = look.Steady(() => ReadChunk(at));
            var length = RegionFormat.ChunkEntriesAt + ((long)count * RegionFormat.EntrySize);
            Take(taken, at, length);
            spans.Add(at, length, null);
            for (var i = 0; i < count; i++)
            {
                ReadEntry(at + RegionFormat.ChunkEntriesAt + ((long)i * RegionFormat.EntrySize));
            }

            word = next;
        }
    }

    /// <summary>Chunks that lie over each other would be read again and again.</summary>
    private static void Take(BitArray taken, long at, long length)
    {
        for (var block = at / RegionFormat.BlockAlignment; block * RegionFormat.BlockAlignment < at + length; block++)
        {
            if (taken[(int)block])
            {
                throw new RegionFault($"位置 {at} 的目录块与另一块重叠");
            }

            taken[(int)block] = true;
        }
    }

    private (ulong Next, uint Count) ReadChunk(long at)
    {
        var next = _view.Word(at + RegionFormat.ChunkNextAt);
        var count = _view.Number<uint>(at + RegionFormat.ChunkCountAt);
        _view.RequireBlock(at, RegionFormat.ChunkEntriesAt + ((long)count * RegionFormat.EntrySize));
        return count > 0 ? (next, count) : throw new RegionFault($"位置 {at} 的目录块没有目录项");
    }

    private void ReadEntry(long at)
    {
        var name = $"位置 {at} 的目录项";
        try
        {
            if (look.Whole(at, state => RegionEntry.Copy(_view, at, state, StateWord.Tag(look.Generation))) is not { } entry)
            {
                return;
            }

            name = $"键 '{entry.Key}'";
            var value = entry.ToValue();
            spans.Add(entry.KeyAt, entry.KeyLength, value);
            spans.Add(entry.BlockAt, entry.Block.Length, value);
            Keep(value);
        }
        catch (RegionFault fault)
        {
            problems.Add($"{name}: {fault.Message}");
        }
    }

    /// <summary>A key that stands twice is wrong, except when it was deleted at the one place before it was stored at the other.</summary>
    private void Keep(ReadValue value)
    {
        if (_values.TryGetValue(value.Key, out var other) && look.IsStill(other.StateOffset, other.State))
        {
            _ = _twice.Add(value.Key);
        }
        else
        {
            _values[value.Key] = value;
        }
    }
}
