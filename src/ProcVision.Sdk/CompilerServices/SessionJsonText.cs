using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>A string inside JSON. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonText : SessionJsonCodec<string>
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json("string");

    /// <inheritdoc/>
    protected internal override void Write(SessionJsonWriter json, string value) => json.Value(value);

    /// <inheritdoc/>
    protected internal override string Read(ref SessionJsonReader json) => json.Text();

    internal override void Register() => SessionCodecs.Add(this);
}
