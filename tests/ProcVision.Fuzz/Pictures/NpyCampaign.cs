namespace ProcVision.Fuzz.Pictures;

/// <summary>Arrays of legal forms, of forms beside them, and damaged ones.</summary>
internal sealed class NpyCampaign : PictureCampaign
{
    internal override string Name => "npy";

    private protected override bool IsArray => true;

    private protected override void Prepare(Random random)
    {
    }

    private protected override byte[] Make(Random random) => NpyMutation.Of(random);
}
