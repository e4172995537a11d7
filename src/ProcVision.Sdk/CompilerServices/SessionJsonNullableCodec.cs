using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>A nullable value inside JSON. For generated code.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="of">Writes and reads one that is not null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonNullableCodec<T>(SessionJsonCodec<T> of) : SessionJsonCodec<T?>
    where T : struct
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json(of.Type.Name + "?");

    internal override bool TakesNull => true;

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, T? value)
    {
        if (value is { } some)
        {
            of.Write(json, some);
        }
        else
        {
            json.Null();
        }
    }

    /// <inheritdoc/>
    public override T? Read(ref SessionJsonReader json) => json.IsNull ? null : of.Read(ref json);
}
