using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProcVision.CompilerServices;

/// <summary>Values that the author's own <c>JsonSerializerContext</c> writes.</summary>
public sealed partial class SessionJsonWriter
{
    internal void Value<T>(JsonTypeInfo<T> info, T value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, info);
        Put(bytes);
    }
}
