using ProcVision.Fuzz.Frames;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>Short forms of the seeded runs of tests/ProcVision.Fuzz.</summary>
public class FrameCampaignTests
{
    [Fact]
    [Conformance(258, 260, 261, "C26")]
    public void Twenty_thousand_hostile_frames_are_cut_read_and_answered_as_the_models_do()
    {
        _ = Seeded.Random(out var seed);
        Assert.Null(new FrameParserCampaign().Run(20_000, (ulong)seed));
    }

    [Fact]
    [Conformance(258, 260, 261, 267, 268, 269, 270, 285, 292, 301, 302, 303, 534, 535, 536, 537, 538, "C24", "C26", "C41")]
    public void Ten_thousand_hostile_frames_to_a_process_are_each_answered_as_documented()
    {
        _ = Seeded.Random(out var seed);
        Assert.Null(new FramesCampaign().Run(10_000, (ulong)seed));
    }
}
