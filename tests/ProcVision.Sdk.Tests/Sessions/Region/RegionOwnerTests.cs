using System.Text;
using System.Text.Json;

namespace ProcVision.Sdk.Tests.Sessions.Region;

public unsafe class RegionOwnerTests
{
    private readonly PrivateMemory _memory = PrivateMemory.Create(RegionFormat.SmallestSize);

    private RegionHeader* Header => (RegionHeader*)_memory.Start;

    [Fact]
    public void The_first_detection_of_a_region_has_generation_1_and_the_next_one_2()
    {
        RegionOwner.Format(_memory);
        Assert.Equal(0UL, Header->Generation);
        Assert.Equal(1u, RegionOwner.Begin(_memory, Of("s-1")));
        Assert.Equal(1 | RegionFormat.OpenBit, Header->Generation);
        RegionOwner.End(_memory);
        Assert.Equal(1UL, Header->Generation);
        Assert.Equal(2u, RegionOwner.Begin(_memory, Of("s-2")));
    }

    [Fact]
    public void The_header_says_what_it_is_and_who_owns_it()
    {
        RegionOwner.Format(_memory);
        Assert.Equal("PVSTATE\0"u8, new ReadOnlySpan<byte>(_memory.Start, 8));
        Assert.Equal(1u, Header->Version);
        Assert.Equal((uint)RegionFormat.SmallestSize, Header->Size);
        Assert.Equal((uint)Environment.ProcessId, Header->OwnerPid);
        if (OperatingSystem.IsLinux())
        {
            Assert.NotEqual(0UL, Header->OwnerStart);
        }
    }

    [Fact]
    public void The_identity_is_JSON_that_says_whose_detection_it_is()
    {
        RegionOwner.Format(_memory);
        RegionOwner.Begin(_memory, new RegionIdentity("s-\"1\"\n料\ud83d\ude42", "p001", "algorithm-example", """{"trace_id":"t-1"}"""u8.ToArray()));
        using var identity = JsonDocument.Parse(Identity());
        Assert.Equal("s-\"1\"\n料\ud83d\ude42", identity.RootElement.GetProperty("id").GetString());
        Assert.Equal("p001", identity.RootElement.GetProperty("pid").GetString());
        Assert.Equal("algorithm-example", identity.RootElement.GetProperty("algorithm").GetString());
        Assert.Equal("t-1", identity.RootElement.GetProperty("context").GetProperty("trace_id").GetString());
        Assert.Equal(0u, Header->Flags);

        RegionOwner.Begin(_memory, Of("s-2"));
        Assert.Equal("""{"id":"s-2","pid":"p001","algorithm":"a","context":{}}""", Identity());
    }

    [Fact]
    public void A_context_that_does_not_fit_is_left_out_and_the_header_says_so()
    {
        RegionOwner.Format(_memory);
        var most = RegionFormat.LargestIdentity - """{"id":"s-1","pid":"p001","algorithm":"a","context":}""".Length;
        var context = Encoding.UTF8.GetBytes($$"""{"a":"{{new string('x', most - 8)}}"}""");
        RegionOwner.Begin(_memory, Of("s-1") with { Context = context });
        Assert.Equal(0u, Header->Flags);
        Assert.Equal((uint)RegionFormat.LargestIdentity, Header->IdentityLength);
        RegionOwner.Begin(_memory, Of("s-12") with { Context = context });
        Assert.Equal(RegionFormat.ContextLeftOut, Header->Flags);
        Assert.Equal("""{"id":"s-12","pid":"p001","algorithm":"a"}""", Identity());
        Assert.All(new ReadOnlySpan<byte>(_memory.Start + RegionFormat.BodyAt, 64).ToArray(), b => Assert.Equal(0, b));
    }

    [Fact]
    public void An_identity_that_does_not_fit_at_all_begins_nothing_and_ends_nothing()
    {
        RegionOwner.Format(_memory);
        RegionOwner.Begin(_memory, Of("s-1"));
        Assert.Contains("16128", Assert.Throws<ArgumentException>(() => RegionOwner.Begin(_memory, Of(new string('x', 20_000)))).Message, StringComparison.Ordinal);
        Assert.Equal(1 | RegionFormat.OpenBit, Header->Generation);
        Assert.Equal("""{"id":"s-1","pid":"p001","algorithm":"a","context":{}}""", Identity());
    }

    [Fact]
    public void After_the_last_generation_the_body_is_zero_and_the_first_one_comes_again()
    {
        RegionOwner.Format(_memory);
        Header->Generation = RegionFormat.LastGeneration - 1;
        Assert.Equal(RegionFormat.LastGeneration, RegionOwner.Begin(_memory, Of("s")));
        var body = new Span<byte>(_memory.Start + RegionFormat.BodyAt, _memory.Size - RegionFormat.BodyAt);
        body.Fill(7);
        Header->Root = 5;
        Header->Directory = 6;
        Assert.Equal(1u, RegionOwner.Begin(_memory, Of("s")));
        Assert.Equal(-1, body.IndexOfAnyExcept((byte)0));
        Assert.Equal(0UL, Header->Root | Header->Directory);
    }

    [Fact]
    public void Beginning_a_detection_allocates_nothing()
    {
        RegionOwner.Format(_memory);
        var identity = Of("session-20240425-000123") with { Context = """{"trace_id":"t-1"}"""u8.ToArray() };
        Assert.Equal(0, Allocation.OfThousand(() => RegionOwner.Begin(_memory, identity)));
    }

    private static RegionIdentity Of(string id) => new(id, "p001", "a", default);

    private string Identity() => Encoding.UTF8.GetString(_memory.Start + RegionFormat.IdentityAt, (int)Header->IdentityLength);
}
