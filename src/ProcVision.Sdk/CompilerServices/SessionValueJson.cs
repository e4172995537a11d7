using System.ComponentModel;
using System.Text.Json;

namespace ProcVision.CompilerServices;

/// <summary>
/// Takes the JSON of one session value of an author's own type: for showing, not for storing (the extension <c>session_values:v1</c>). For generated
/// code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionValueJson
{
    private readonly Utf8JsonWriter _json;

    internal SessionValueJson(Utf8JsonWriter json) => _json = json;

    /// <summary>Begins an object.</summary>
    public void Open() => _json.WriteStartObject();

    /// <summary>Ends the object.</summary>
    public void Close() => _json.WriteEndObject();

    /// <summary>The name of the member whose value comes next.</summary>
    public void Member(string name) => _json.WritePropertyName(name);

    /// <summary>A null.</summary>
    public void Null() => _json.WriteNullValue();

    /// <summary>A value of a built-in type, or of one made nullable; NaN and infinity as text (conformance 163).</summary>
    public void Value<T>(T value) => SessionCellJson.Write(_json, SessionCell.Of(value));
}
