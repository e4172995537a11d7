using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>Stores a dictionary as a JSON object, in its order. For generated code.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="element">Writes and reads one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonDictionaryCodec<T>(SessionJsonCodec<T> element) : SessionJsonCodec<Dictionary<string, T>>
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json($"Dictionary<string, {element.Type.Name}>");

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, Dictionary<string, T> value)
    {
        json.Open();
        foreach (var (name, item) in value)
        {
            json.Member(name);
            json.Value(element, item);
        }

        json.Close();
    }

    /// <inheritdoc/>
    public override Dictionary<string, T> Read(ref SessionJsonReader json)
    {
        var values = new Dictionary<string, T>();
        json.Open(Type.Name);
        while (json.Next(out var name))
        {
            if (!values.TryAdd(name, default!))
            {
                throw json.Duplicate(name);
            }

            json.Advance();
            values[name] = json.Value(element);
        }

        return values;
    }
}
