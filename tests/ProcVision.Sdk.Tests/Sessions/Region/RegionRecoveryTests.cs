namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>A region is used for one detection after the other: what one of them has broken must not be the end of all that follow.</summary>
public sealed unsafe class RegionRecoveryTests
{
    private readonly Detection _detection = new();

    [Theory]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    [InlineData(16UL | (64UL << 32))]
    [InlineData(262_080UL | (4096UL << 32))]
    public void A_layout_that_an_earlier_detection_has_broken_does_not_stop_the_next_one(ulong root)
    {
        TraySession.Over(_detection.Session).Count = 7;
        _detection.Header->Root = root;

        var session = _detection.Begin();
        var tray = TraySession.Over(session);
        tray.Count = 8;

        Assert.Equal(8, TraySession.Over(_detection.Attach()).Count);
        Assert.Equal(["Count"], RegionReader.Read(_detection.Memory).Values.Select(value => value.Key));
    }

    [Fact]
    public void A_description_that_an_earlier_detection_has_broken_does_not_stop_the_next_one()
    {
        TraySession.Over(_detection.Session).Count = 7;
        _detection.Bytes.Slice(_detection.Find("TraySession"u8), 200).Fill(0xFF);

        TraySession.Over(_detection.Begin()).Count = 8;

        Assert.Equal(8, TraySession.Over(_detection.Attach()).Count);
        Assert.Empty(RegionReader.Read(_detection.Memory).Problems);
    }

    [Fact]
    public void A_layout_that_this_detection_has_broken_is_refused_because_there_may_be_values()
    {
        TraySession.Over(_detection.Session).Count = 7;
        _detection.Header->Root = ulong.MaxValue;

        Assert.Contains("类型化属性", _detection.Refusal(), StringComparison.Ordinal);
    }
}
