using System.ComponentModel;
using System.Text.Json;
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
public sealed class SessionContextCodec<T>(JsonTypeInfo<T> info, string name) : SessionJsonObjectCodec<T>
{
    private SessionContextBuffer? _free;

    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json(name);

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, T value)
    {
        ArgumentNullException.ThrowIfNull(json);

        // The author's converters may store values of their own meanwhile.
        var buffer = Interlocked.Exchange(ref _free, null) ?? new SessionContextBuffer(info.Options);
        try
        {
            JsonSerializer.Serialize(buffer.Json, value, info);
            json.Raw(buffer.Written);
        }
        catch (Exception e) when (e is not SessionException)
        {
            throw json.Refused(e, Type.Name);
        }
        finally
        {
            buffer.Clear();
            _free = buffer;
        }
    }

    /// <inheritdoc/>
    public override T Read(ref SessionJsonReader json) => json.Value(info, Type.Name);
}
