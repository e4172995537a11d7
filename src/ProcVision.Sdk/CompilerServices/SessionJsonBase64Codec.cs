using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>A <c>byte[]</c> inside JSON: base64 text, as System.Text.Json writes it. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonBase64Codec : SessionJsonCodec<byte[]>
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json("byte[]");

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, byte[] value) => json.Base64(value);

    /// <inheritdoc/>
    public override byte[] Read(ref SessionJsonReader json) => json.Base64();
}
