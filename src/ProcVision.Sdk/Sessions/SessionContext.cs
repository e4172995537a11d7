using System.Text;
using System.Text.Json;
using ProcVision.Protocol;

namespace ProcVision;

/// <summary>
/// The read-only facts the platform gives with a detection; deeply immutable: text in, text out (C33, conformance 3, 6).
/// </summary>
public sealed class SessionContext
{
    private readonly byte[] _json;

    private SessionContext(byte[] json)
    {
        _json = json;
        TraceId = Find("trace_id");
        ProductCode = Find("product_code");
        Operator = Find("operator");
    }

    /// <summary>No facts.</summary>
    public static SessionContext Empty { get; } = new("{}"u8.ToArray());

    /// <summary><c>trace_id</c>: groups the logs of a detection (conformance 43); null without one.</summary>
    public string? TraceId { get; }

    /// <summary><c>product_code</c>; null without one.</summary>
    public string? ProductCode { get; }

    /// <summary><c>operator</c>; null without one.</summary>
    public string? Operator { get; }

    /// <summary>Makes a context, for a unit test or an own host.</summary>
    /// <param name="json">A JSON object, as <c>{"operator":"dev","trace_id":"t-1"}</c>.</param>
    /// <exception cref="ArgumentException">It is not a JSON object, or a key stands in it twice; the message says where.</exception>
    public static SessionContext Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return TryParse(Encoding.UTF8.GetBytes(json), out var context, out var problem) ? context : throw new ArgumentException(problem, nameof(json));
    }

    /// <summary>Gives a fact: the text of a JSON string, the JSON of any other value; false when there is none or it is null.</summary>
    /// <param name="key">As the platform names it.</param>
    /// <param name="value">The fact; empty when the result is false.</param>
    public bool TryGet(string key, out string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var found = Find(key);
        value = found ?? "";
        return found is not null;
    }

    /// <summary>The context as JSON.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_json);

    /// <summary>Copies a context out of a frame; false with the reason when it is no JSON object without repeated keys.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> json, out SessionContext context, out string problem)
    {
        context = Empty;
        problem = "";
        if (!System.Text.Unicode.Utf8.IsValid(json))
        {
            problem = "session.context 不是有效的 UTF-8";
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                problem = $"session.context 必须是 JSON 对象，实际是 {reader.TokenType}";
                return false;
            }

            if (RepeatedKey(ref reader) is { } key)
            {
                problem = $"session.context 的键 {JsonText.Shorten(key)} 重复";
                return false;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problem = $"session.context 不是有效的 JSON 对象: {e.Message}";
            return false;
        }

        context = new SessionContext(json.ToArray());
        return true;
    }

    /// <summary>The context as JSON in UTF-8.</summary>
    internal ReadOnlyMemory<byte> Json => _json;

    /// <summary>Whether this context was made of exactly these bytes.</summary>
    internal bool IsSame(ReadOnlySpan<byte> json) => json.SequenceEqual(_json);

    /// <summary>
    /// The first key that stands twice, which nobody could say the value of; null when none does. Reads to the end, and every escaped text too: half a
    /// surrogate pair is only found by unescaping it.
    /// </summary>
    private static string? RepeatedKey(ref Utf8JsonReader reader)
    {
        string? repeated = null;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                var key = reader.GetString()!;
                repeated ??= keys.Add(key) ? null : key;
            }
            else if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }

        return repeated;
    }

    /// <summary>The value of a top-level key.</summary>
    private string? Find(string key)
    {
        var reader = new Utf8JsonReader(_json);
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var matches = reader.ValueTextEquals(key);
            _ = reader.Read();
            if (matches)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : Raw(ref reader);
            }

            reader.Skip();
        }

        return null;
    }

    private string? Raw(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var isNull = reader.TokenType == JsonTokenType.Null;
        reader.Skip();
        return isNull ? null : Encoding.UTF8.GetString(_json.AsSpan(start, (int)reader.BytesConsumed - start));
    }
}
