using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace ProcVision.CompilerServices;

/// <summary>
/// Stores values as the JSON that the author's own <c>JsonSerializerContext</c> makes of them: <c>[SessionValue(Context = typeof(AppJson))]</c>. For
/// generated code.
/// </summary>
/// <typeparam name="T">The C# type.</typeparam>
/// <param name="info">The context's metadata of the type; its options hold.</param>
/// <param name="name">The C# name, with namespace.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionContextCodec<T>(JsonTypeInfo<T> info, string name) : SessionJsonCodec<T>
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json(name);

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, T value)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Value(info, value);
    }

    /// <inheritdoc/>
    public override T Read(ref SessionJsonReader json) => json.Value(info);
}
