using System.Globalization;
using System.Text;

namespace ProcVision.Json;

/// <summary>Writes compact JSON. Only what JSON itself asks for is escaped.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();

    /// <summary>Whether a value or bracket stands to the left, so that a comma comes first.</summary>
    private bool _needsComma;

    public void BeginObject() => Open('{');

    public void EndObject() => Close('}');

    public void BeginArray() => Open('[');

    public void EndArray() => Close(']');

    public JsonText Name(string name)
    {
        Text(name);
        _ = _text.Append(':');
        _needsComma = false;
        return this;
    }

    public void Number(long value) => Value(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The shortest text that reads back as the same number. The number must be finite.</summary>
    public void Number(double value) => Value(JsonNumber.Format(value));

    public void Boolean(bool value) => Value(value ? "true" : "false");

    public void Text(string value)
    {
        Value("\"");
        for (int i = 0; i < value.Length; i++)
            Append(value[i]);
        _ = _text.Append('"');
    }

    public override string ToString() => _text.ToString();

    private void Append(char c)
    {
        _ = c switch
        {
            '"' => _text.Append("\\\""),
            '\\' => _text.Append("\\\\"),
            '\n' => _text.Append("\\n"),
            '\r' => _text.Append("\\r"),
            '\t' => _text.Append("\\t"),
            < ' ' => _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            _ => _text.Append(c),
        };
    }

    private void Value(string text)
    {
        if (_needsComma)
            _ = _text.Append(',');
        _ = _text.Append(text);
        _needsComma = true;
    }

    private void Open(char bracket)
    {
        if (_needsComma)
            _ = _text.Append(',');
        _ = _text.Append(bracket);
        _needsComma = false;
    }

    private void Close(char bracket)
    {
        _ = _text.Append(bracket);
        _needsComma = true;
    }
}
