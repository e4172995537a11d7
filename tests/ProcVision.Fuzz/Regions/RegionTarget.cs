using System.Buffers.Binary;

namespace ProcVision.Fuzz.Regions;

/// <summary>
/// A session region through the reader and, when that finds no fault, through a writer. The input is the region without what lies between the identity and
/// the body and behind its last byte, so that few bytes say much; sizes and hash are put right, because looking for them says nothing.
/// </summary>
internal sealed class RegionTarget : FuzzTarget
{
    /// <summary>Bytes of header and identity in an input; then the body.</summary>
    internal const int Front = 512;

    internal override string Name => "region";

    internal override void Run(ReadOnlySpan<byte> input)
    {
        using var memory = GuardedMemory.Create(RegionSeeds.Size);
        var front = Math.Min(input.Length, Front);
        var body = Math.Min(input.Length - front, memory.Size - RegionFormat.BodyAt);
        input[..front].CopyTo(memory.Bytes);
        input.Slice(front, body).CopyTo(memory.Bytes[RegionFormat.BodyAt..]);
        RegionFormat.Magic.CopyTo(memory.Bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(memory.Bytes[RegionFormat.VersionAt..], RegionFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(memory.Bytes[RegionFormat.SizeAt..], memory.Size);
        RegionMutation.Rehash(memory.Bytes);
        if (new RegionReadCampaign().Once(memory) is { } wrong)
        {
            throw new InvalidOperationException(wrong);
        }

        if (new RegionAttachCampaign().Once(memory) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
