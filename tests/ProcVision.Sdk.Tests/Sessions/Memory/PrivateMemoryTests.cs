namespace ProcVision.Sdk.Tests.Sessions.Memory;

public sealed unsafe class PrivateMemoryTests
{
    [Theory]
    [InlineData(RegionMemory.SmallestSize)]
    [InlineData(RegionMemory.DefaultSize)]
    [InlineData(RegionMemory.DefaultSize + RegionMemory.SizeUnit)]
    public void It_is_zero_aligned_to_a_cache_line_and_of_the_size_asked_for(int size)
    {
        for (var round = 0; round < 8; round++)
        {
            using var memory = PrivateMemory.Create(size);

            Assert.Equal(size, memory.Size);
            Assert.True(memory.IsWritable);
            Assert.Equal(0, (long)memory.Start % 64);
            Assert.Equal(-1, new ReadOnlySpan<byte>(memory.Start, size).IndexOfAnyExcept((byte)0));
            new Span<byte>(memory.Start, size).Fill(0xAA);
        }
    }

    [Fact]
    public void It_stays_where_it_is_through_collections_also_after_dispose()
    {
        var memory = PrivateMemory.Create(RegionMemory.SmallestSize);
        var start = memory.Start;
        new Span<byte>(start, memory.Size).Fill(0x5A);

        memory.Dispose();
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _ = PrivateMemory.Create(RegionMemory.SmallestSize);
        }

        Assert.True(start == memory.Start);
        Assert.Equal(-1, new ReadOnlySpan<byte>(start, memory.Size).IndexOfAnyExcept((byte)0x5A));
        GC.KeepAlive(memory);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4096)]
    [InlineData(4096)]
    [InlineData(RegionMemory.SmallestSize + 1)]
    [InlineData(RegionMemory.LargestSize + RegionMemory.SizeUnit)]
    public void A_size_that_no_region_has_is_refused(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PrivateMemory.Create(size));
}
