using System.Text;
using System.Text.RegularExpressions;
using ProcVision.Protocol;

namespace ProcVision.CompilerServices;

public ref partial struct ParamReader
{
    /// <summary>The current value as a truth value: <c>true</c> or <c>false</c> and nothing else.</summary>
    public bool Bool()
    {
        var kind = Value().Kind;
        if (kind is not (JsonKind.True or JsonKind.False))
        {
            WrongType("布尔值");
        }

        return kind == JsonKind.True;
    }

    /// <summary>The current value as a string of <paramref name="minLength"/> to <paramref name="maxLength"/> characters (conformance 125).</summary>
    /// <param name="minLength">Fewest characters; a character is a Unicode scalar value, so <c>料</c> and <c>𝄞</c> are one each.</param>
    /// <param name="maxLength">Most characters.</param>
    /// <param name="pattern">A pattern that must be found in it; one that takes too long is 1006 as well. Give it a timeout.</param>
    public string Text(int minLength = 1, int maxLength = 1000, Regex? pattern = null)
    {
        if (Value().Kind != JsonKind.String)
        {
            WrongType("字符串");
            return "";
        }

        var text = JsonText.ToText(_value.Inner(_json), _value.IsEscaped);
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        if (length < minLength || length > maxLength)
        {
            Wrong($"参数 {KeyText()} 长度超出范围: {length} 不在 [{minLength}, {maxLength}] 个字符");
        }
        else if (pattern is not null)
        {
            Match(text, pattern);
        }

        return text;
    }

    /// <summary>The index of the current value among the choices; 0 with a problem noted when it is none of them.</summary>
    /// <param name="choices">The choices of the manifest.</param>
    public int Choice(scoped ReadOnlySpan<string> choices)
    {
        if (Value().Kind == JsonKind.String)
        {
            var inner = _value.Inner(_json);
            for (var i = 0; i < choices.Length && !_value.IsEscaped; i++)
            {
                if (Ascii.Equals(inner, choices[i]))
                {
                    return i;
                }
            }

            if (UnusualChoice(inner, choices) is >= 0 and var index)
            {
                return index;
            }
        }

        Wrong($"参数 {KeyText()} 不是可选值: {JsonText.Shorten(Raw())}（可选: {string.Join(", ", choices)}）");
        return 0;
    }

    /// <summary>With escapes or of another script; -1 when it is none of the choices.</summary>
    private readonly int UnusualChoice(ReadOnlySpan<byte> inner, scoped ReadOnlySpan<string> choices)
    {
        Span<char> room = stackalloc char[128];
        ReadOnlySpan<char> text = _value.IsEscaped || inner.Length > room.Length
            ? JsonText.ToText(inner, _value.IsEscaped).AsSpan()
            : room[..Encoding.UTF8.GetChars(inner, room)];
        for (var i = 0; i < choices.Length; i++)
        {
            if (text.SequenceEqual(choices[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private void Match(string text, Regex pattern)
    {
        try
        {
            if (!pattern.IsMatch(text))
            {
                Wrong($"参数 {KeyText()} 不符合格式: {JsonText.Shorten(Raw())} 不匹配 {pattern}");
            }
        }
        catch (RegexMatchTimeoutException)
        {
            Wrong($"参数 {KeyText()} 的格式检查超时: {JsonText.Shorten(Raw())}");
        }
    }
}
