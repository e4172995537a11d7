using System.Buffers.Binary;
using System.Text;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>A region put together byte by byte from what docs/session-format.md says: the second opinion on what the product writes and reads.</summary>
internal sealed unsafe class RegionBuilder
{
    internal const int SlotsAlignment = 64;
    internal const uint Generation = 3;
    private const int DirectoryEntries = 32;

    private int _end = 16384;
    private int _chunk;
    private int _entries;

    internal RegionBuilder(int size = 32768, string identity = """{"id":"s-1","pid":"p001","algorithm":"demo","context":{"operator":"dev"}}""")
    {
        Memory = PrivateMemory.Create(size);
        "PVSTATE\0"u8.CopyTo(Bytes);
        U32(8, 1);
        U32(12, (uint)size);
        U64(16, Generation | (1UL << 32));
        U64(40, 1_700_000_000_000);
        U64(48, 1_700_000_000_500);
        U32(56, 11);
        U32(60, 22);
        U64(64, 111);
        U64(72, 222);
        Identity(identity);
    }

    internal PrivateMemory Memory { get; }

    internal Span<byte> Bytes => new(Memory.Start, Memory.Size);

    /// <summary>Where the next block will be.</summary>
    internal int End => _end;

    /// <summary>Where the slots begin.</summary>
    internal int SlotsAt { get; private set; }

    internal static ulong State(int status, ulong sequence = 1, uint generation = Generation) => (uint)status | (sequence << 2) | ((ulong)generation << 40);

    internal void U32(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Bytes[at..], value);

    internal void U64(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Bytes[at..], value);

    internal void Identity(string json)
    {
        U32(80, (uint)Encoding.UTF8.GetBytes(json, Bytes[256..]));
    }

    internal int Block(ReadOnlySpan<byte> bytes)
    {
        var at = _end;
        bytes.CopyTo(Bytes[at..]);
        _end = (at + bytes.Length + 15) & ~15;
        return at;
    }

    /// <summary>A layout block; its slots are empty.</summary>
    internal RegionBuilder Layout(string schema, int slotsLength, int count)
    {
        var text = Encoding.UTF8.GetBytes(schema);
        var slotsOffset = (24 + text.Length + SlotsAlignment - 1) / SlotsAlignment * SlotsAlignment;
        var block = new byte[slotsOffset + slotsLength];
        BinaryPrimitives.WriteInt32LittleEndian(block, text.Length);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), slotsOffset);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(8), slotsLength);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(12), count);
        BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(16), Hash(text));
        text.CopyTo(block.AsSpan(24));
        var at = Block(block);
        SlotsAt = at + slotsOffset;
        U64(24, (uint)at | ((ulong)block.Length << 32));
        return this;
    }

    /// <summary>One typed property of a type without a name, as its bytes.</summary>
    internal RegionBuilder Property(string types, int index, byte[] value, string form = "value")
    {
        var stride = (value.Length + (form == "value" ? 0 : 4) + 7) & ~7;
        Layout($$"""{"name":"S","types":[{{types}}],"slots":[{"key":"K","type":"T","form":"{{form}}","offset":0,"capacity":{{value.Length}},"value":{{index}}}]}""", 8 + (2 * stride), 1);
        byte[] cell = form == "value" ? value : [.. BitConverter.GetBytes(value.Length), .. value];
        return Slot(0, 2, cell, 8);
    }

    internal RegionBuilder Slot(int offset, int status, ReadOnlySpan<byte> cell, int cellAt)
    {
        U64(SlotsAt + offset, State(status));
        cell.CopyTo(Bytes[(SlotsAt + offset + cellAt)..]);
        return this;
    }

    /// <summary>A value by key, in cell 1.</summary>
    internal RegionBuilder Entry(string key, byte kind, params ReadOnlySpan<byte> value)
    {
        var cell = new byte[32];
        var text = Encoding.UTF8.GetBytes(key);
        BinaryPrimitives.WriteInt32LittleEndian(cell, Block(text));
        BinaryPrimitives.WriteUInt16LittleEndian(cell.AsSpan(4), (ushort)text.Length);
        cell[6] = kind;
        if (kind < 22)
        {
            value.CopyTo(cell.AsSpan(8));
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(cell.AsSpan(8), Block(value));
            BinaryPrimitives.WriteInt32LittleEndian(cell.AsSpan(12), value.Length);
        }

        return Cell(cell);
    }

    /// <summary>A value of a described type.</summary>
    internal RegionBuilder Coded(string key, string description, ReadOnlySpan<byte> payload)
    {
        var text = Encoding.UTF8.GetBytes(description);
        var start = (text.Length + 7) & ~7;
        var block = new byte[start + payload.Length];
        block.AsSpan(0, start).Fill((byte)' ');
        text.CopyTo(block, 0);
        payload.CopyTo(block.AsSpan(start));
        _ = Entry(key, 23, block);
        U32(EntryAt(_entries - 1) + 48 + 16, (uint)start);
        return this;
    }

    /// <summary>An entry of these 32 bytes.</summary>
    internal RegionBuilder Cell(ReadOnlySpan<byte> cell)
    {
        if (_chunk == 0)
        {
            _chunk = Block(new byte[16 + (DirectoryEntries * 80)]);
            U32(_chunk + 8, DirectoryEntries);
            U64(32, ((ulong)Generation << 40) | (uint)_chunk);
        }

        var at = EntryAt(_entries++);
        U64(at, State(3));
        cell.CopyTo(Bytes[(at + 48)..]);
        return this;
    }

    internal int EntryAt(int index) => _chunk + 16 + (index * 80);

    internal RegionContent Read() => RegionReader.Read(Memory);

    /// <summary>The only value as text: <c>key type json</c>.</summary>
    internal string Only()
    {
        var content = Read();
        Assert.Empty(content.Problems);
        return Text(Assert.Single(content.Values));
    }

    /// <summary>Each value as text.</summary>
    internal static IEnumerable<string> Texts(RegionContent content) => content.Values.Select(Text);

    private static string Text(StoredValue value) => $"{value.Key} {value.Type} {Encoding.UTF8.GetString(value.Json)}";

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var one in bytes)
        {
            hash ^= one;
            hash *= 1099511628211UL;
        }

        return hash;
    }
}
