namespace ProcVision.Fuzz.Regions;

/// <summary>Damaged regions through the reader, which may not even write to them.</summary>
internal sealed class RegionReadCampaign : RegionCampaign
{
    internal override string Name => "regions";

    private protected override string? Try(GuardedMemory memory, long input)
    {
        memory.Protect(readOnly: true);
        try
        {
            var content = RegionReader.Read(memory);
            Accepted++;
            return ContentCheck.Problem(content) ?? (input % 16 == 0 ? ContentCheck.Difference(content, RegionReader.Read(memory)) : null);
        }
        catch (SessionRegionException refusal)
        {
            return refusal.Message.Length > 0 ? null : "refused without a reason";
        }
        finally
        {
            memory.Protect(readOnly: false);
        }
    }
}
