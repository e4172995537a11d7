using System.Text;

namespace ProcVision.Cli.Tests;

/// <summary>A shared region that this process owns, with a session in it.</summary>
internal sealed class SessionRegion : IDisposable
{
    private readonly SharedMemory _memory = SharedMemory.Create(RegionMemory.SmallestSize);

    public SessionRegion(string id = "session-7", string context = """{"product_code":"A01","operator":"line-3"}""")
    {
        RegionOwner.Format(_memory);
        Generation = RegionOwner.Begin(_memory, new(id, "p001", "stand-in", Encoding.UTF8.GetBytes(context)));
    }

    public string Name => _memory.Name;

    public string File => Path.Combine(SharedMemory.LinuxFolder, Name);

    public uint Generation { get; }

    public void End() => RegionOwner.End(_memory);

    public unsafe Span<byte> Bytes => new(_memory.Start, _memory.Size);

    public void Dispose() => _memory.Dispose();
}
