using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Sessions.Region;

public class RegionHeapTests
{
    private const int Start = RegionFormat.BodyAt;
    private const int End = RegionFormat.SmallestSize;

    [Fact]
    public void Nothing_is_given_out_twice_and_what_is_free_is_always_the_rest()
    {
        var random = Seeded.Random(out var seed);
        var heap = new RegionHeap();
        heap.Reset([], Start, End);
        var taken = new List<RegionExtent>();
        for (var i = 0; i < 20_000; i++)
        {
            if (taken.Count > 0 && random.Next(2) == 0)
            {
                var index = random.Next(taken.Count);
                heap.Give(taken[index].Offset, taken[index].Length);
                taken.RemoveAt(index);
            }
            else
            {
                var (length, alignment) = (random.Next(1, 900), random.Next(4) == 0 ? 64 : 16);
                var offset = heap.Take(length, alignment);
                if (offset == 0)
                {
                    Assert.True(heap.Largest < RegionFormat.BlockSize(length) + 48, $"seed {seed}, step {i}");
                    continue;
                }

                var extent = new RegionExtent(offset, (int)RegionFormat.BlockSize(length));
                Assert.True(offset % alignment == 0 && offset >= Start && extent.End <= End, $"seed {seed}, step {i}: {extent}");
                Assert.True(taken.TrueForAll(t => t.End <= extent.Offset || extent.End <= t.Offset), $"seed {seed}, step {i}: {extent}");
                taken.Add(extent);
            }

            Assert.Equal(End - Start - taken.Sum(t => t.Length), heap.Free);
        }

        foreach (var extent in taken)
        {
            heap.Give(extent.Offset, extent.Length);
        }

        Assert.Equal(End - Start, heap.Largest);
    }

    [Fact]
    public void What_is_in_use_at_the_beginning_is_not_given_out()
    {
        var heap = new RegionHeap();
        heap.Reset([new(Start, 32), new(Start + 64, 16), new(End - 16, 16)], Start, End);
        Assert.Equal(Start + 32, heap.Take(32));
        Assert.Equal(Start + 80, heap.Take(17));
        Assert.Equal(End - Start - 32 - 16 - 16 - 32 - 32, heap.Free);
        Assert.Equal(0, heap.Take(heap.Free + 1));
        Assert.Equal(Start + 112, heap.Take(heap.Free));
        Assert.Equal(0, heap.Take(1));
    }
}
