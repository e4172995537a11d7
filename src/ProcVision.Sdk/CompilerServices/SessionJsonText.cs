using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>A string inside JSON. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonText : SessionJsonCodec<string>
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json("string");

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, string value) => json.Value(value);

    /// <inheritdoc/>
    public override string Read(ref SessionJsonReader json) => json.Text();
}
