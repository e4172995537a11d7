using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProcVision.Protocol;

internal ref partial struct JsonScanner
{
    /// <summary>At an opening quote: reads to behind the closing one.</summary>
    private JsonToken ReadString()
    {
        var start = _position;
        var at = FindSpecial(start + 1);
        if ((uint)at >= (uint)_json.Length || _json[at] != '"')
        {
            return ReadUnusualString(start, at);
        }

        _position = at + 1;
        return new(start, at + 1 - start, JsonKind.String, false);
    }

    /// <summary>A string with escapes, or one that is wrong.</summary>
    private JsonToken ReadUnusualString(int start, int at)
    {
        while ((uint)at < (uint)_json.Length)
        {
            switch (_json[at])
            {
                case (byte)'"':
                    _position = at + 1;
                    return new(start, _position - start, JsonKind.String, true);
                case (byte)'\\':
                    if (!SkipEscape(ref at))
                    {
                        return default;
                    }

                    at = FindSpecial(at);
                    break;
                default:
                    _ = Fail(at, "字符串中有控制字符");
                    return default;
            }
        }

        _ = Fail(_json.Length, "JSON 不完整");
        return default;
    }

    /// <summary>The next quote, backslash or control character from <paramref name="at"/> on; the text's length if there is none.</summary>
    private readonly int FindSpecial(int at)
    {
        ref var text = ref MemoryMarshal.GetReference(_json);
        // Comparisons only: they are plain SSE2 and fast on the default native target, unlike a table look-up by shuffle.
        while (at <= _json.Length - Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref text, (nuint)at);
            var special = Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.Equals(Vector128.Min(bytes, Vector128.Create((byte)0x1F)), bytes);
            var bits = special.ExtractMostSignificantBits();
            if (bits != 0)
            {
                return at + BitOperations.TrailingZeroCount(bits);
            }

            at += Vector128<byte>.Count;
        }

        while ((uint)at < (uint)_json.Length && _json[at] is >= 0x20 and not (byte)'"' and not (byte)'\\')
        {
            at++;
        }

        return at;
    }

    /// <summary>At a backslash: checks the escape and moves behind it; a surrogate must be one of a pair.</summary>
    private bool SkipEscape(ref int at)
    {
        if (at + 1 >= _json.Length)
        {
            return Fail(_json.Length, "JSON 不完整");
        }

        switch (_json[at + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                at += 2;
                return true;
            case (byte)'u':
                var unit = JsonText.HexUnit(_json, at);
                if (unit < 0)
                {
                    return Fail(at, "无效的 \\u 转义");
                }

                if (char.IsSurrogate((char)unit))
                {
                    if (!char.IsHighSurrogate((char)unit) || JsonText.HexUnit(_json, at + 6) is not (>= 0xDC00 and <= 0xDFFF))
                    {
                        return Fail(at, "不成对的代理项转义");
                    }

                    at += 6;
                }

                at += 6;
                return true;
            default:
                return Fail(at, "无效的转义");
        }
    }
}
