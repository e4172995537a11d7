using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using MemoryPack;

namespace ProcVision.Benchmarks.Sessions;

/// <summary>A session as a team would write it with a fast serializer: packed bytes by key, each buffer used again.</summary>
internal sealed class PackedStore
{
    private readonly Dictionary<string, ArrayBufferWriter<byte>> _values = [];

    internal void Set<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(string key, in T value)
    {
        if (!_values.TryGetValue(key, out var buffer))
        {
            _values.Add(key, buffer = new());
        }

        buffer.ResetWrittenCount();
        MemoryPackSerializer.Serialize(buffer, value);
    }

    internal T Get<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(string key) => MemoryPackSerializer.Deserialize<T>(_values[key].WrittenSpan)!;
}
