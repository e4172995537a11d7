using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>The schema of a layout: UTF-8 JSON that equal layouts have in common to the byte, and its hash.</summary>
internal sealed class RegionSchema
{
    private readonly byte[] _json;

    private RegionSchema(byte[] json)
    {
        _json = json;
        Hash = RegionHash.Of(json);
        SlotsOffset = (RegionFormat.SchemaAt + json.Length + RegionFormat.SlotsAlignment - 1) & ~(RegionFormat.SlotsAlignment - 1);
    }

    /// <summary>The JSON.</summary>
    internal ReadOnlySpan<byte> Json => _json;

    /// <summary>FNV-1a over the JSON.</summary>
    internal ulong Hash { get; }

    /// <summary>Where the slots begin in a layout block of this schema.</summary>
    internal int SlotsOffset { get; }

    /// <summary>The schema of a layout.</summary>
    internal static RegionSchema Of(SessionLayout layout) => new(RegionSchemaWriter.Write(layout));
}
