using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>Stores an array as JSON. For generated code.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <param name="element">Writes and reads one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonArrayCodec<T>(SessionJsonCodec<T> element) : SessionJsonCodec<T[]>
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json($"{element.Type.Name}[]");

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, T[] value) => json.Elements(element, value);

    /// <inheritdoc/>
    public override T[] Read(ref SessionJsonReader json) => json.Elements(element, Type.Name).ToArray();
}
