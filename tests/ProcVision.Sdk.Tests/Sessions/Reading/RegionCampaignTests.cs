using ProcVision.Fuzz.Regions;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>Short forms of the seeded runs of tests/ProcVision.Fuzz; the long form is a million regions.</summary>
public class RegionCampaignTests
{
    [Fact]
    public void Ten_thousand_damaged_regions_are_read_or_refused_and_nothing_outside_is_touched()
    {
        _ = Seeded.Random(out var seed);
        Assert.Null(new RegionReadCampaign().Run(10_000, (uint)seed));
    }
}
