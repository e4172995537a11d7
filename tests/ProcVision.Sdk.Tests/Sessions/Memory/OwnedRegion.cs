using System.Text;

namespace ProcVision.Sdk.Tests.Sessions.Memory;

/// <summary>A shared region as a Runner has it.</summary>
internal sealed class OwnedRegion : IDisposable
{
    internal OwnedRegion(string id = "s-1", string pid = "p001", int size = RegionMemory.DefaultSize)
    {
        Memory = SharedMemory.Create(size);
        RegionOwner.Format(Memory);
        Begin(id, pid);
    }

    internal SharedMemory Memory { get; }

    internal uint Generation { get; set; }

    /// <summary>As it stands in a call, behind the other members of <c>session</c>.</summary>
    internal string Json => $$""","state_region":{"name":"{{Memory.Name}}","generation":{{Generation}}}""";

    /// <summary>Every value as text.</summary>
    internal string Values => string.Join(", ", RegionReader.Read(Memory).Values.Select(value => $"{value.Key}={Encoding.UTF8.GetString(value.Json)}"));

    internal void Begin(string id = "s-1", string pid = "p001") => Generation = RegionOwner.Begin(Memory, new RegionIdentity(id, pid, "test", default));

    internal void End() => RegionOwner.End(Memory);

    internal RegionRequest ToRequest() => new() { Name = Encoding.UTF8.GetBytes(Memory.Name), Generation = Generation };

    public void Dispose() => Memory.Dispose();
}
