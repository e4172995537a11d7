using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>A reference inside JSON that may be null: <c>Template?</c>, or any reference where nullable annotations are off. For generated code.</summary>
/// <typeparam name="T">The class, without question mark.</typeparam>
/// <param name="of">Writes and reads one that is not null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonOptionalCodec<T>(SessionJsonCodec<T> of) : SessionJsonCodec<T>
    where T : class?
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json(of.Type.Name + "?");

    internal override bool TakesNull => true;

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, T value)
    {
        if (value is null)
        {
            json.Null();
        }
        else
        {
            of.Write(json, value);
        }
    }

    /// <inheritdoc/>
    public override T Read(ref SessionJsonReader json) => json.IsNull ? null! : of.Read(ref json);
}
