namespace ProcVision.Protocol;

internal ref partial struct JsonScanner
{
    /// <summary>At the first byte of a value.</summary>
    private JsonToken ReadValue()
    {
        var start = _position;
        if ((uint)start >= (uint)_json.Length)
        {
            _ = Fail("应为值");
            return default;
        }

        if (_json[start] == '"')
        {
            return ReadString();
        }

        switch (_json[start])
        {
            case (byte)'{':
                return SkipNested() ? new(start, _position - start, JsonKind.Object, false) : default;
            case (byte)'[':
                return SkipNested() ? new(start, _position - start, JsonKind.Array, false) : default;
            case (byte)'n':
                return ReadLiteral("null"u8, JsonKind.Null);
            case (byte)'t':
                return ReadLiteral("true"u8, JsonKind.True);
            case (byte)'f':
                return ReadLiteral("false"u8, JsonKind.False);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return SkipNumber() ? new(start, _position - start, JsonKind.Number, false) : default;
            default:
                _ = Fail("应为值");
                return default;
        }
    }

    private JsonToken ReadLiteral(ReadOnlySpan<byte> literal, JsonKind kind)
    {
        var start = _position;
        if (!_json[start..].StartsWith(literal))
        {
            _ = Fail("应为 null、true 或 false");
            return default;
        }

        _position = start + literal.Length;
        return new(start, literal.Length, kind, false);
    }

    /// <summary>-? (0 | 1-9 digits) (. digits)? (e sign? digits)?; what may follow is the caller's concern.</summary>
    private bool SkipNumber()
    {
        if (At((byte)'-'))
        {
            _position++;
        }

        if (At((byte)'0'))
        {
            _position++;
        }
        else if (!SkipDigits())
        {
            return Fail("数字缺少整数部分");
        }

        if (At((byte)'.'))
        {
            _position++;
            if (!SkipDigits())
            {
                return Fail("数字缺少小数部分");
            }
        }

        if (At((byte)'e') || At((byte)'E'))
        {
            _position++;
            if (At((byte)'+') || At((byte)'-'))
            {
                _position++;
            }

            if (!SkipDigits())
            {
                return Fail("数字缺少指数");
            }
        }

        return true;
    }

    private bool SkipDigits()
    {
        var at = _position;
        while ((uint)at < (uint)_json.Length && (uint)(_json[at] - '0') <= 9)
        {
            at++;
        }

        var isAny = at > _position;
        _position = at;
        return isAny;
    }

    /// <summary>At an opening bracket: goes to behind its closing one. The open brackets are bits: 1 for an object, 0 for an array.</summary>
    private bool SkipNested()
    {
        ulong objects = 0;
        var open = 0;
        while (true)
        {
            var inObject = (objects & 1) != 0;
            if (At((byte)'{') || At((byte)'['))
            {
                if (_depth + open == MaxDepth)
                {
                    return Fail("嵌套超过 64 层");
                }

                inObject = _json[_position] == '{';
                objects = (objects << 1) | (inObject ? 1UL : 0UL);
                open++;
                _position++;
                SkipWhiteSpace();
                if (!At(inObject ? (byte)'}' : (byte)']'))
                {
                    if (inObject && !SkipKey())
                    {
                        return false;
                    }

                    continue;
                }
            }
            else if (ReadValue().Kind == JsonKind.None)
            {
                return false;
            }

            if (!CloseNested(ref objects, ref open))
            {
                return Fault is null;
            }
        }
    }

    /// <summary>Behind a value: closes what ends here and moves to the next value; false when the outermost bracket was closed.</summary>
    private bool CloseNested(ref ulong objects, ref int open)
    {
        while (true)
        {
            SkipWhiteSpace();
            var inObject = (objects & 1) != 0;
            if (At((byte)','))
            {
                _position++;
                SkipWhiteSpace();
                return !inObject || SkipKey();
            }

            if (!At(inObject ? (byte)'}' : (byte)']'))
            {
                return Fail(inObject ? "应为 , 或 }" : "应为 , 或 ]");
            }

            _position++;
            objects >>= 1;
            if (--open == 0)
            {
                return false;
            }
        }
    }

    private bool SkipKey()
    {
        if (!At((byte)'"'))
        {
            return Fail("应为字符串键");
        }

        _ = ReadString();
        SkipWhiteSpace();
        if (!At((byte)':'))
        {
            return Fail("应为 :");
        }

        _position++;
        SkipWhiteSpace();
        return true;
    }
}
