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
    private byte[]? _kept;
    private bool _isKept;

    private PooledRegion(SharedMemory memory)
    {
        _memory = memory;
        _json = new(_context, RunnerFrames.Options);
    }

    /// <summary>Of the lease that had the region first, so that a lease allocates none.</summary>
    public Lock Gate { get; } = new();

    public string Name => _memory.Name;

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
        _isKept = false;
        _context.ResetWrittenCount();
        _json.Reset();
        session.WriteContext(_json);
        _json.Flush();
        return _generation = RegionOwner.Begin(_memory, new(session.Id, session.ProductCode, algorithm, _context.WrittenMemory), _generation);
    }

    /// <summary>Remembers what is there; nobody may be writing.</summary>
    public void Keep()
    {
        _kept ??= new byte[_memory.Size];
        RegionCopy.Take(_memory, _kept);
        _isKept = true;
    }

    /// <summary>Another region with the same detection in it, as it was when it was kept; it remembers that in place of this one.</summary>
    /// <exception cref="InvalidOperationException">Nothing was kept since the detection began.</exception>
    /// <exception cref="IOException">There is no shared memory for it.</exception>
    public PooledRegion Restored()
    {
        if (!_isKept)
            throw new InvalidOperationException("nothing was kept");
        var memory = SharedMemory.Create(_memory.Size);
        RegionCopy.Put(_kept, memory);
        var successor = new PooledRegion(memory) { _generation = _generation, _kept = _kept, _isKept = true };
        _kept = null;
        _isKept = false;
        return successor;
    }

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
