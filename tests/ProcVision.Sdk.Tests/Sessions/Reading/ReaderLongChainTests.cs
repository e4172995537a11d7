namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>A region that is within its rules and as laborious as they allow.</summary>
public sealed unsafe class ReaderLongChainTests
{
    [Fact]
    public void A_long_chain_of_small_chunks_is_read_to_its_end()
    {
        using var memory = PrivateMemory.Create(16 * 1024 * 1024);
        RegionOwner.Format(memory);
        var generation = RegionOwner.Begin(memory, new RegionIdentity("s-1", "p001", "demo", default));
        ((RegionHeader*)memory.Start)->Directory = RegionFormat.ChunkWord(generation, RegionFormat.BodyAt);
        var size = RegionFormat.ChunkSize(entries: 1);
        var end = memory.Size - (2 * size);
        for (var at = RegionFormat.BodyAt; at < end; at += size)
        {
            *(uint*)(memory.Start + at + RegionFormat.ChunkCountAt) = 1;
            *(ulong*)(memory.Start + at) = at + size < end ? RegionFormat.ChunkWord(generation, at + size) : 0;
        }

        var content = RegionReader.Read(memory);

        // As many steps as there are chunks, not as there are pairs of them: a tool that looks at a file from anywhere must not hang.
        Assert.Empty(content.Problems);
        Assert.True(content.Used > memory.Size - (4 * size));
    }
}
