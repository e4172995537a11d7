using System.Text.Json;

namespace ProcVision.Soak.Ledger;

/// <summary>What was in a region at one reading.</summary>
/// <param name="ByKey">The values.</param>
/// <param name="Problems">What the reader could not read.</param>
internal sealed record RegionValues(IReadOnlyDictionary<string, JsonElement> ByKey, IReadOnlyList<string> Problems);
