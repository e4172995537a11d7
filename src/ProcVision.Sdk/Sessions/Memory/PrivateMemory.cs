using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>
/// A region that only this process sees. The garbage collector keeps it, so that a forgotten session never points at memory that is somebody
/// else's by now; giving it back early is for that reason no one's business.
/// </summary>
internal sealed unsafe class PrivateMemory : RegionMemory
{
    private const int Alignment = 64;

    private readonly byte[] _bytes;

    private PrivateMemory(byte[] bytes, byte* start, int size)
        : base(start, size) => _bytes = bytes;

    internal override bool IsWritable => true;

    /// <summary>All zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No region may have this size.</exception>
    internal static PrivateMemory Create(int size)
    {
        RequireSize(size);
        var bytes = GC.AllocateArray<byte>(size + Alignment - 1, pinned: true);
        var first = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes));
        return new PrivateMemory(bytes, (byte*)((first + Alignment - 1) & ~(nuint)(Alignment - 1)), size);
    }

    /// <summary>Nothing: see the type.</summary>
    public override void Dispose() => GC.KeepAlive(_bytes);
}
