using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProcVision.Benchmarks.Sessions;

/// <summary>The original's session in C#: a dictionary of references, and JSON that is made to be thrown away at every set (conformance 9, 18).</summary>
internal sealed class OriginalStore
{
    private readonly Dictionary<string, object?> _values = [];

    internal void Set<T>(string key, T value, JsonTypeInfo<T> type)
    {
        _ = JsonSerializer.Serialize(value, type);
        _values[key] = value;
    }

    internal T Get<T>(string key) => (T)_values[key]!;
}
