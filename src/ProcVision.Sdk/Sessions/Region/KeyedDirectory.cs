using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// The values by key: entries in a chain of chunks, keys and longer values in blocks of their own. What changes, changes with the one store of an
/// entry's state. Where each key is, the writer knows from an index of its own.
/// </summary>
internal sealed unsafe partial class KeyedDirectory(RegionHeap heap)
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private KeyedEntry[] _entries = [];
    private int[] _free = [];
    private int _count;
    private int _freeCount;
    private byte* _start;
    private uint _generation;
    private ulong _tag;
    private int _lastChunk;

    /// <summary>How many keys there are.</summary>
    internal int Count => _index.Count;

    /// <summary>The keys and where their entries are.</summary>
    internal Dictionary<string, int> Index => _index;

    private RegionHeader* Header => (RegionHeader*)_start;

    /// <summary>Finds a key.</summary>
    internal bool TryFind(string key, out int entry) => _index.TryGetValue(key, out entry);

    /// <summary>What is stored in an entry.</summary>
    internal SessionKind KindOf(int entry) => _entries[entry].Kind;

    /// <summary>The bytes of a value that lies in its cell.</summary>
    internal byte* CellValueOf(int entry)
    {
        var at = _start + _entries[entry].At;
        return CellOf(at, *(ulong*)at) + RegionFormat.CellValueAt;
    }

    /// <summary>A text in UTF-8, or the payload of a coded value.</summary>
    internal ReadOnlySpan<byte> PayloadOf(int entry)
    {
        ref readonly var known = ref _entries[entry];
        return new ReadOnlySpan<byte>(_start + known.Block + known.Payload, known.BlockLength - known.Payload);
    }

    /// <summary>The description of a coded value's type.</summary>
    internal ReadOnlySpan<byte> DescriptionOf(int entry) => new(_start + _entries[entry].Block, _entries[entry].Payload);

    /// <summary>Whether a coded value is one of its type; asked once of what another process has stored, never of what this one has.</summary>
    internal bool IsValid(int entry, SessionType type)
    {
        ref var known = ref _entries[entry];
        if (known.IsForeign && StoredValidity.IsValid(type, PayloadOf(entry)))
        {
            known.IsForeign = false;
        }

        return !known.IsForeign;
    }

    /// <summary>Stores a value that fits into a cell, or a null.</summary>
    /// <exception cref="SessionException">There is no room for a new key; nothing was changed.</exception>
    internal void Set(string key, SessionKind kind, in KeyedBits bits)
    {
        if (_index.TryGetValue(key, out var entry))
        {
            Publish(entry, kind, bits, default);
        }
        else
        {
            entry = Take(key, 0, out _);
            Publish(entry, kind, bits, default);
            _index.Add(key, entry);
        }
    }

    /// <summary>Stores a value that fits into a cell, or a null, under a key that is there.</summary>
    internal void Replace(int entry, SessionKind kind, in KeyedBits bits) => Publish(entry, kind, bits, default);

    /// <summary>Stores a text.</summary>
    /// <exception cref="SessionException">There is no room, or the text has half a surrogate pair; nothing was changed.</exception>
    internal void Set(string key, string text)
    {
        var length = SessionText.ByteCount(key, text);
        var entry = Take(key, Math.Max(length, 1), out var block);
        _ = SessionText.Utf8.GetBytes(text, new Span<byte>(_start + block, length));
        Publish(key, entry, SessionKind.Text, new RegionExtent(block, length), 0);
    }

    /// <summary>Stores what a codec made of a value.</summary>
    /// <exception cref="SessionException">There is no room; nothing was changed.</exception>
    internal void Set(string key, ReadOnlySpan<byte> description, ReadOnlySpan<byte> payload)
    {
        var length = (long)description.Length + payload.Length;
        var entry = Take(key, length, out var block);
        description.CopyTo(new Span<byte>(_start + block, description.Length));
        payload.CopyTo(new Span<byte>(_start + block + description.Length, payload.Length));
        Publish(key, entry, SessionKind.Coded, new RegionExtent(block, (int)length), description.Length);
    }

    /// <summary>Removes a key; false when it was not there.</summary>
    internal bool Remove(string key)
    {
        if (!_index.Remove(key, out var entry))
        {
            return false;
        }

        ref var known = ref _entries[entry];
        SlotCells.Put(_start + known.At, _tag, StateWord.Empty);
        heap.Give(known.Key, known.KeyLength);
        GiveBlock(known);
        known = new KeyedEntry { At = known.At };
        _free[_freeCount++] = entry;
        return true;
    }

    /// <summary>
    /// Removes every key, one after the other: were the chunks dropped instead, a reader in the middle of a value would see its state unchanged while
    /// the bytes already are another key's.
    /// </summary>
    internal void Clear()
    {
        foreach (var key in _index.Keys.ToArray())
        {
            _ = Remove(key);
        }
    }

    /// <summary>Nothing is known any more.</summary>
    private void Forget()
    {
        _index.Clear();
        _count = 0;
        _freeCount = 0;
        _lastChunk = 0;
    }

    private static byte* CellOf(byte* entry, ulong state) =>
        entry + RegionFormat.EntryCellsAt + (StateWord.Cell(state) * RegionFormat.EntryCellSize);

    private void Publish(string key, int entry, SessionKind kind, RegionExtent block, int payload)
    {
        var isNew = _entries[entry].Kind == SessionKind.None;
        Publish(entry, kind, KeyedBits.Of(block.Offset, block.Length, payload), block);
        _entries[entry].Payload = payload;
        if (isNew)
        {
            _index.Add(key, entry);
        }
    }

    /// <summary>Key, kind and value become the entry's in one store; the block before is free after it.</summary>
    private void Publish(int entry, SessionKind kind, in KeyedBits bits, RegionExtent block)
    {
        ref var known = ref _entries[entry];
        var at = _start + known.At;
        var state = StateWord.NextValue(*(ulong*)at, _tag);

        // The state that gave the cell up is seen before the cell changes.
        Volatile.WriteBarrier();
        var cell = (ulong*)CellOf(at, state);
        cell[0] = (uint)known.Key | ((ulong)(uint)known.KeyLength << 32) | ((ulong)kind << 48);
        cell[1] = bits.First;
        cell[2] = bits.Second;
        cell[3] = 0;
        Volatile.Write(ref *(ulong*)at, state);
        if (known.Block != 0)
        {
            GiveBlock(known);
        }

        known.Kind = kind;
        known.Block = block.Offset;
        known.BlockLength = block.Length;
        known.Payload = 0;
        known.IsForeign = false;
    }

    private void GiveBlock(in KeyedEntry known)
    {
        if (known.Block != 0)
        {
            heap.Give(known.Block, known.BlockLength);
        }
    }

    /// <summary>The entry of a key, with a place for its value where it needs one. A new key is not in the index yet.</summary>
    /// <param name="key">The key.</param>
    /// <param name="length">Bytes beside the cell; 0 for none.</param>
    /// <param name="block">Where they go.</param>
    /// <exception cref="SessionException">There is no room; nothing was changed.</exception>
    private int Take(string key, long length, out int block)
    {
        var isKnown = _index.TryGetValue(key, out var entry);
        var keyLength = isKnown ? 0 : KeyLengthOf(key);
        var isFull = !isKnown && _freeCount == 0;
        var place = isKnown ? 0 : heap.Take(keyLength);
        var chunk = isFull ? heap.Take(NextChunkSize) : 0;
        block = length == 0 ? 0 : heap.Take(length);
        if ((!isKnown && place == 0) || (isFull && chunk == 0) || (length > 0 && block == 0))
        {
            GiveBack(place, keyLength);
            GiveBack(chunk, NextChunkSize);
            GiveBack(block, length);
            throw Full(key, (isKnown ? 0 : Needed(keyLength)) + (isFull ? Needed(NextChunkSize) : 0) + (length > 0 ? Needed(length) : 0));
        }

        // What was given up is seen to be so before anything is stored there.
        Volatile.WriteBarrier();
        if (isKnown)
        {
            return entry;
        }

        if (isFull)
        {
            AddChunk(chunk);
        }

        _ = SessionText.Utf8.GetBytes(key, new Span<byte>(_start + place, keyLength));
        entry = _free[--_freeCount];
        _entries[entry].Key = place;
        _entries[entry].KeyLength = keyLength;
        return entry;
    }

    private int NextChunkSize => RegionFormat.ChunkSize(_lastChunk == 0 ? RegionFormat.FirstChunkEntries : RegionFormat.LaterChunkEntries);

    private static int KeyLengthOf(string key)
    {
        // The bytes are never fewer than the characters, and a very long key need not be counted.
        var length = key.Length > RegionFormat.LongestKey ? key.Length : SessionText.ByteCount(key, key);
        return length <= RegionFormat.LongestKey ? length : throw SessionErrors.KeyTooLong(key, length);
    }

    private static long Needed(long length) => RegionFormat.BlockSize(Math.Max(length, 1));

    private void GiveBack(int offset, long length)
    {
        if (offset != 0)
        {
            heap.Give(offset, length);
        }
    }

    private SessionException Full(string key, long needed) => SessionErrors.Full(key, needed, heap.Free, heap.Largest);

    /// <summary>Links a chunk of free entries to the last one.</summary>
    private void AddChunk(int offset)
    {
        var entries = _lastChunk == 0 ? RegionFormat.FirstChunkEntries : RegionFormat.LaterChunkEntries;
        var chunk = _start + offset;
        new Span<byte>(chunk, RegionFormat.ChunkSize(entries)).Clear();
        *(int*)(chunk + RegionFormat.ChunkCountAt) = entries;
        ref var link = ref _lastChunk == 0 ? ref Header->Directory : ref *(ulong*)(_start + _lastChunk + RegionFormat.ChunkNextAt);
        Volatile.Write(ref link, RegionFormat.ChunkWord(_generation, offset));
        Know(offset, entries);
        for (var i = _count - 1; i >= _count - entries; i--)
        {
            _free[_freeCount++] = i;
        }
    }

    /// <summary>Makes the entries of a chunk known. They are neither free nor taken yet.</summary>
    private void Know(int chunk, int entries)
    {
        if (_count + entries > _entries.Length)
        {
            Array.Resize(ref _entries, _count + entries);
            Array.Resize(ref _free, _count + entries);
        }

        for (var i = 0; i < entries; i++)
        {
            _entries[_count++] = new KeyedEntry { At = chunk + RegionFormat.ChunkEntriesAt + (i * RegionFormat.EntrySize) };
        }

        _lastChunk = chunk;
    }
}
