namespace ProcVision;

/// <summary>
/// The bytes of one session region: of this process alone, or shared with others. Who holds a pointer into them keeps this object alive.
/// </summary>
internal abstract unsafe class RegionMemory(byte* start, int size) : IDisposable
{
    /// <summary>The first byte; 64-byte aligned.</summary>
    internal byte* Start { get; } = start;

    /// <summary>Bytes, from <see cref="SmallestSize"/> to <see cref="LargestSize"/>, a multiple of <see cref="SizeUnit"/>.</summary>
    internal int Size { get; } = size;

    /// <summary>Whether this process may write there: else a store would end it.</summary>
    internal abstract bool IsWritable { get; }

    internal const int SmallestSize = 32 * 1024;
    internal const int LargestSize = 64 * 1024 * 1024;
    internal const int DefaultSize = 256 * 1024;
    internal const int SizeUnit = 4096;

    /// <summary>Whether a region may have this size.</summary>
    internal static bool IsSize(long size) => size is >= SmallestSize and <= LargestSize && size % SizeUnit == 0;

    /// <summary>Gives the memory back; nothing may point into it any more.</summary>
    public abstract void Dispose();

    /// <exception cref="ArgumentOutOfRangeException">No region may have this size.</exception>
    private protected static void RequireSize(int size)
    {
        if (!IsSize(size))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, $"a session region has {SmallestSize} to {LargestSize} bytes, a multiple of {SizeUnit}");
        }
    }
}
