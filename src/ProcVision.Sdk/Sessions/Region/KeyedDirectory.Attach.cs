using System.Runtime.CompilerServices;

namespace ProcVision;

/// <content>Getting to know what another process has left. Nothing there is believed.</content>
internal sealed unsafe partial class KeyedDirectory
{
    /// <summary>Walks the chunks of a generation.</summary>
    /// <param name="start">The first byte of the region.</param>
    /// <param name="size">Bytes of the region.</param>
    /// <param name="generation">The region's.</param>
    /// <param name="used">Takes what chunks, keys and blocks occupy.</param>
    /// <exception cref="SessionRegionException">Something is damaged; the message says what.</exception>
    internal void Open(byte* start, int size, uint generation, List<RegionExtent> used)
    {
        Forget();
        _start = start;
        _generation = generation;
        _tag = StateWord.Tag(generation);
        var space = new RegionSpace(size, used);
        var word = Header->Directory;
        while (RegionFormat.ChunkOffset(word, generation) is var offset and not 0)
        {
            var entries = _lastChunk == 0 ? RegionFormat.FirstChunkEntries : RegionFormat.LaterChunkEntries;
            var chunk = space.Take("目录块", offset, (ulong)RegionFormat.ChunkSize(entries));
            if (*(int*)(start + chunk + RegionFormat.ChunkCountAt) != entries)
            {
                throw SessionRegionErrors.Damaged($"偏移 {chunk} 处的目录块有 {*(uint*)(start + chunk + RegionFormat.ChunkCountAt)} 个条目，应为 {entries}");
            }

            // Chunks that lie over each other are found when all extents are there; but a ring has to end before that.
            if (_count * RegionFormat.EntrySize > size)
            {
                throw SessionRegionErrors.Damaged("目录块成环");
            }

            Know(chunk, entries);
            word = *(ulong*)(start + chunk + RegionFormat.ChunkNextAt);
        }

        for (var i = _count - 1; i >= 0; i--)
        {
            Open(i, space);
        }
    }

    private void Open(int entry, RegionSpace space)
    {
        ref var known = ref _entries[entry];
        var at = _start + known.At;
        var state = *(ulong*)at;
        switch (StateWord.Status(state, _tag))
        {
            case StateWord.Empty:
                _free[_freeCount++] = entry;
                return;
            case StateWord.Null:
                throw SessionRegionErrors.Damaged($"偏移 {known.At} 处的条目状态无效");
        }

        var cell = CellOf(at, state);
        known.KeyLength = Unsafe.ReadUnaligned<ushort>(cell + RegionFormat.KeyLengthAt);
        known.Key = space.Take("键", *(uint*)(cell + RegionFormat.KeyOffsetAt), (ulong)known.KeyLength);
        if (known.KeyLength > RegionFormat.LongestKey || !SessionText.TryRead(new ReadOnlySpan<byte>(_start + known.Key, known.KeyLength), out var key))
        {
            throw SessionRegionErrors.Damaged($"偏移 {known.Key} 处的键不是有效的 UTF-8 或过长");
        }

        known.Kind = (SessionKind)cell[RegionFormat.KindAt];
        if (known.Kind is SessionKind.Text or SessionKind.Coded)
        {
            OpenBlock(ref known, cell, key, space);
        }
        else if (known.Kind is SessionKind.None or > SessionKind.Coded || !SessionValidity.IsValid(known.Kind, cell + RegionFormat.CellValueAt))
        {
            throw SessionRegionErrors.Damaged($"键 '{key}' 的值不是有效的 {SessionKinds.Name(known.Kind)}");
        }

        if (!_index.TryAdd(key, entry))
        {
            throw SessionRegionErrors.Damaged($"键 '{key}' 重复");
        }
    }

    private void OpenBlock(ref KeyedEntry known, byte* cell, string key, RegionSpace space)
    {
        var length = *(uint*)(cell + RegionFormat.BlockLengthAt);
        var payload = *(uint*)(cell + RegionFormat.PayloadAt);
        known.Block = space.Take($"键 '{key}' 的值", *(uint*)(cell + RegionFormat.BlockOffsetAt), length);
        known.BlockLength = (int)length;
        if (payload > length || payload % RegionFormat.PayloadAlignment != 0 || (known.Kind == SessionKind.Text && payload != 0))
        {
            throw SessionRegionErrors.Damaged($"键 '{key}' 的内容起点 {payload} 无效");
        }

        known.Payload = (int)payload;
        known.IsForeign = known.Kind == SessionKind.Coded;
        if (known.Kind == SessionKind.Text && !SessionText.IsValid(new ReadOnlySpan<byte>(_start + known.Block, known.BlockLength)))
        {
            throw SessionRegionErrors.Damaged($"键 '{key}' 的文本不是有效的 UTF-8");
        }
    }
}
