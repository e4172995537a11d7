using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>The first 256 bytes of a region, in place.</summary>
[StructLayout(LayoutKind.Explicit, Size = RegionFormat.HeaderSize)]
internal struct RegionHeader
{
    [FieldOffset(RegionFormat.MagicAt)]
    internal ulong Magic;

    [FieldOffset(RegionFormat.VersionAt)]
    internal uint Version;

    [FieldOffset(RegionFormat.SizeAt)]
    internal uint Size;

    [FieldOffset(RegionFormat.GenerationAt)]
    internal ulong Generation;

    [FieldOffset(RegionFormat.RootAt)]
    internal ulong Root;

    [FieldOffset(RegionFormat.DirectoryAt)]
    internal ulong Directory;

    /// <summary>Unix milliseconds.</summary>
    [FieldOffset(RegionFormat.BegunAt)]
    internal long Begun;

    /// <summary>Unix milliseconds.</summary>
    [FieldOffset(RegionFormat.AttachedAt)]
    internal long Attached;

    [FieldOffset(RegionFormat.OwnerPidAt)]
    internal uint OwnerPid;

    [FieldOffset(RegionFormat.WriterPidAt)]
    internal uint WriterPid;

    [FieldOffset(RegionFormat.OwnerStartAt)]
    internal ulong OwnerStart;

    [FieldOffset(RegionFormat.WriterStartAt)]
    internal ulong WriterStart;

    [FieldOffset(RegionFormat.IdentityLengthAt)]
    internal uint IdentityLength;

    [FieldOffset(RegionFormat.FlagsAt)]
    internal uint Flags;
}
