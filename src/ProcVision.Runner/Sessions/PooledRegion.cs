using System.Buffers;
using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>One region of the pool, and what it takes to begin a detection in it without allocating anything.</summary>
internal sealed class PooledRegion : IDisposable
{
    private readonly SharedMemory _memory;
    private readonly ArrayBufferWriter<byte> _context = new();
    private readonly Utf8JsonWriter _json;
    private uint _generation;

    private PooledRegion(SharedMemory memory)
    {
        _memory = memory;
        _json = new(_context, RunnerFrames.Options);
    }

    public string Name => _memory.Name;

    /// <summary>Bytes.</summary>
    public int Size => _memory.Size;

    /// <exception cref="IOException">There is no shared memory for it.</exception>
    public static PooledRegion Create(int size)
    {
        var memory = SharedMemory.Create(size);
        RegionOwner.Format(memory);
        return new(memory);
    }

    /// <summary>Begins a detection; whatever the one before has left is of another generation.</summary>
    /// <exception cref="ArgumentException">The identity does not fit.</exception>
    public uint Begin(SessionIdentity session, string algorithm)
    {
        _context.ResetWrittenCount();
        _json.Reset();
        session.WriteContext(_json);
        _json.Flush();
        return _generation = RegionOwner.Begin(_memory, new(session.Id, session.ProductCode, algorithm, _context.WrittenMemory), _generation);
    }

    /// <summary>Another region with the same detection in it, as it was when it was copied.</summary>
    /// <param name="copy">What <see cref="CopyTo"/> took.</param>
    /// <exception cref="IOException">There is no shared memory for it.</exception>
    public PooledRegion Restored(ReadOnlySpan<byte> copy)
    {
        var memory = SharedMemory.Create(Size);
        RegionCopy.Put(copy, memory);
        return new(memory) { _generation = _generation };
    }

    /// <summary>Takes all of it; nobody may be writing.</summary>
    public void CopyTo(Span<byte> copy) => RegionCopy.Take(_memory, copy);

    public void End() => RegionOwner.End(_memory);

    /// <exception cref="SessionRegionException">The algorithm has destroyed it.</exception>
    public RegionContent Read() => RegionReader.Read(_memory);

    public void Unlink() => _memory.Unlink();

    public void Dispose()
    {
        _memory.Dispose();
        _json.Dispose();
    }
}
