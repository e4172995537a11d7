namespace ProcVision.Runner.Tests.Sessions;

/// <summary>The pool of regions by itself.</summary>
public sealed class SessionRegionsTests
{
    private static readonly SessionIdentity Session = SessionIdentity.ForDevelopment("p001");

    [Fact]
    public void One_detection_after_the_other_has_the_same_region_and_a_generation_of_its_own()
    {
        using var pool = SessionRegions.Open();
        var names = new HashSet<string>();
        var generations = new HashSet<uint>();
        for (int i = 0; i < 100; i++)
        {
            using var region = pool.Rent(Session, "algorithm-example");
            Assert.Equal(Session, region.Session);
            names.Add(region.Name);
            Assert.True(generations.Add(region.Generation));
        }

        Assert.Single(names);
        Assert.Equal(100u, generations.Max());
    }

    [Fact]
    public void Detections_at_the_same_time_have_regions_of_their_own_up_to_a_limit()
    {
        using var pool = SessionRegions.Open(most: 3);
        var regions = Enumerable.Range(0, 3).Select(_ => pool.Rent(Session, "a")).ToList();
        Assert.Equal(3, regions.Select(static region => region.Name).Distinct().Count());

        var problem = Assert.Throws<InvalidOperationException>(() => pool.Rent(Session, "a"));

        Assert.Contains("3", problem.Message, StringComparison.Ordinal);
        regions[1].Dispose();
        using var again = pool.Rent(Session, "a");
        Assert.Equal(regions[1].Name, again.Name);
    }

    [Theory]
    [InlineData(0, 256)]
    [InlineData(0, 16)]
    [InlineData(12, 4)]
    [InlineData(16, 8)]
    [InlineData(16, 3)]
    [InlineData(24, 16)]
    [InlineData(56, 4)]
    [InlineData(0, 65536)]
    public void What_an_algorithm_has_broken_of_a_region_is_good_again_for_the_next_detection(int at, int length)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a region is a file on Linux only");
        using var pool = SessionRegions.Open(most: 1);
        uint before;
        string name;
        using (var region = pool.Rent(Session, "a"))
        {
            (before, name) = (region.Generation, region.Name);
            Copy("/dev/zero", $"/dev/shm/{name}", at, length);
        }

        using var next = pool.Rent(Session, "a");

        Assert.Equal((name, before + 1), (next.Name, next.Generation));
        var state = next.Read();
        Assert.Empty(state.Values);
        Assert.Empty(state.Problems);
        byte[] header = Copy($"/dev/shm/{name}", "/dev/stdout", 0, 64);
        Assert.Equal("PVSTATE\0"u8.ToArray(), header[..8]);
        Assert.Equal(1u, BitConverter.ToUInt32(header.AsSpan(8)));
        Assert.Equal((uint)SessionRegions.DefaultSize, BitConverter.ToUInt32(header.AsSpan(12)));
        Assert.Equal(before + 1 | 1UL << 32, BitConverter.ToUInt64(header.AsSpan(16)));
        Assert.Equal((uint)Environment.ProcessId, BitConverter.ToUInt32(header.AsSpan(56)));
    }

    /// <summary>Another process, as an algorithm is one: this one could not open the file, because its owner holds it locked.</summary>
    private static byte[] Copy(string from, string into, int at, int length)
    {
        using var copy = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dd", ["bs=1", "conv=notrunc", $"if={from}", $"of={into}", $"seek={at}", $"count={length}", "status=none"])
        {
            RedirectStandardOutput = true,
        })!;
        using var read = new MemoryStream();
        copy.StandardOutput.BaseStream.CopyTo(read);
        copy.WaitForExit();
        Assert.Equal(0, copy.ExitCode);
        return read.ToArray();
    }

    [Fact]
    public void Any_number_of_threads_may_use_it()
    {
        using var pool = SessionRegions.Open(most: 8);
        var now = new HashSet<string>();
        Parallel.For(0, 2000, new() { MaxDegreeOfParallelism = 8 }, _ =>
        {
            using var region = pool.Rent(Session, "a");
            lock (now)
                Assert.True(now.Add(region.Name), "two detections at once in one region");
            Assert.Empty(region.Read().Values);
            lock (now)
                now.Remove(region.Name);
        });
    }

    [Fact]
    public void What_has_been_given_back_is_nobodys_any_more()
    {
        using var pool = SessionRegions.Open();
        var region = pool.Rent(Session, "a");
        region.End();
        region.End();
        Assert.Empty(region.Read().Values);
        region.Dispose();
        region.Dispose();
        region.End();

        using var next = pool.Rent(Session, "a");

        Assert.Throws<ObjectDisposedException>(region.Read);
        region.Dispose();
        using var other = pool.Rent(Session, "a");
        Assert.NotEqual(next.Name, other.Name);
    }

    [Fact]
    public void Its_end_removes_every_region_and_a_detection_that_goes_on_keeps_its_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "On Windows a region has no file.");
        var pool = SessionRegions.Open();
        var gone = pool.Rent(Session, "a");
        var goesOn = pool.Rent(Session, "a");
        string[] names = [gone.Name, goesOn.Name];
        Assert.All(names, static name => Assert.True(File.Exists($"/dev/shm/{name}")));
        gone.Dispose();

        pool.Dispose();
        pool.Dispose();

        Assert.All(names, static name => Assert.False(File.Exists($"/dev/shm/{name}")));
        Assert.Empty(goesOn.Read().Values);
        goesOn.Dispose();
        Assert.Throws<ObjectDisposedException>(() => pool.Rent(Session, "a"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    [InlineData(SessionRegions.DefaultSize + 1)]
    [InlineData(128 << 20)]
    public void A_size_that_no_region_has_is_refused(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>("regionSize", () => SessionRegions.Open(size));

    [Fact]
    public void A_pool_of_none_is_refused() => Assert.Throws<ArgumentOutOfRangeException>("most", () => SessionRegions.Open(most: 0));

    [Fact]
    public void An_identity_that_does_not_fit_is_refused_and_costs_no_region()
    {
        using var pool = SessionRegions.Open(most: 1);
        Assert.Throws<ArgumentException>(() => pool.Rent(Session with { Id = new('x', 20_000) }, "a"));
        using var region = pool.Rent(Session, "a");
        Assert.Empty(region.Read().Values);
    }

    [Fact]
    public void Beginning_a_detection_allocates_nothing_but_the_object_it_is_held_by()
    {
        using var pool = SessionRegions.Open();
        pool.Rent(Session, "a").Dispose();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            pool.Rent(Session, "a").Dispose();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000, 0, 64);
    }
}
