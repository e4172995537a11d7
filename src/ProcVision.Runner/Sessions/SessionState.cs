using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>What a detection's session held when somebody looked.</summary>
/// <param name="Values">Typed properties in their order, then keyed values, ordinally.</param>
/// <param name="Problems">What could not be read, by name and with the reason; it costs itself and nothing else.</param>
public sealed record SessionState(IReadOnlyList<SessionValue> Values, IReadOnlyList<string> Problems)
{
    internal static SessionState Of(RegionContent content)
    {
        var values = new List<SessionValue>(content.Values.Count);
        foreach (var value in content.Values)
        {
            using var json = JsonDocument.Parse(value.Json);
            values.Add(new(value.Key, value.Type, json.RootElement.Clone()));
        }

        return new(values, content.Problems);
    }
}
