using System.Text.Json;

namespace ProcVision.Soak.Ledger;

/// <summary>A region as one sees it who does not know the writer's types.</summary>
internal sealed class ReadableRegion(RegionMemory memory)
{
    /// <exception cref="InvalidDataException">The region is damaged.</exception>
    internal RegionValues Read()
    {
        var content = RegionReader.Read(memory);
        var values = new Dictionary<string, JsonElement>();
        foreach (var value in content.Values)
        {
            values.Add(value.Key, JsonElement.Parse(value.Json));
        }

        return new(values, content.Problems);
    }
}
