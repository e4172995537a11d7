using ProcVision.Fuzz;
using ProcVision.Fuzz.Pictures;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Imaging.Tests;

/// <summary>
/// Damaged files on the platform's way, as in the long runs of <c>tests/ProcVision.Fuzz</c>: a picture of the promised size with every byte
/// defined, or a refusal with a reason; no other exception, no hang, nothing written outside of the buffer, no size that the file cannot fill.
/// </summary>
public class DamagedPictureTests
{
    [Fact]
    [Conformance(194, 241, "C30")]
    public void A_damaged_jpeg_is_a_picture_or_1002_with_both_decoders() => Run(new JpegCampaign(), 3000);

    [Fact]
    [Conformance(194, 241, "C30")]
    public void A_damaged_png_is_a_picture_or_1002_even_with_its_checksums_made_right() => Run(new PngCampaign(), 5000);

    [Fact]
    [Conformance(194, 525, "C30")]
    public void A_damaged_array_is_a_picture_or_1002() => Run(new NpyCampaign(), 5000);

    private static void Run(Campaign campaign, long count)
    {
        _ = Seeded.Random(out var seed);
        Assert.Null(campaign.Run(count, (ulong)seed));
    }
}
