using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProcVision.CompilerServices;

/// <summary>Values that the author's own <c>JsonSerializerContext</c> reads.</summary>
public ref partial struct SessionJsonReader
{
    internal T Value<T>(JsonTypeInfo<T> info, string type) =>
        JsonSerializer.Deserialize(ref _json, info) ?? throw SessionCodecErrors.WrongToken(_key, Path, "null", type);
}
