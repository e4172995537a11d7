using System.ComponentModel;
using ProcVision.Parameters;
using ProcVision.Protocol;

namespace ProcVision.CompilerServices;

/// <summary>
/// Walks the <c>user_params</c> object of a call for generated code, which asks for the keys it knows. The first value that is wrong and
/// every key that is missing are kept and become 1006 (conformance 127–131). Keys that nobody asks for are skipped (conformance 135); one that is asked
/// for and given twice is wrong.
/// </summary>
/// <remarks>
/// A value that is wrong is noted, and the reading method gives one that is not to be used. Read each value at most once with one method; <see cref="IsNull"/>
/// may come before it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ParamReader
{
    private readonly ReadOnlySpan<byte> _json;
    private JsonScanner _scanner;
    private JsonToken _key;
    private JsonToken _value;
    private bool _isEntered;
    private bool _isPending;
    private bool _isOver;
    private ulong _asked;
    private ParamProblems? _problems;

    /// <summary>Over a call's parameters.</summary>
    /// <param name="json">A JSON object in UTF-8; empty for none.</param>
    internal ParamReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _scanner = JsonScanner.OverUtf8(json);
    }

    /// <summary>Whether the call can carry no parameters (execute-only profile): what stands in for a required one is taken, not refused.</summary>
    internal bool TakesProposals { get; init; }

    /// <summary>The whole picture where it is known, for a required rectangle of such a call.</summary>
    internal Rect? WholeImage { get; init; }

    /// <summary>The message of the 1006, or null when every parameter can be used.</summary>
    internal readonly string? Problem => _problems?.Message;

    /// <summary>The values that were clipped to their limits, for the log (C12); null when there are none.</summary>
    internal readonly string? Warning => _problems?.Warning;

    /// <summary>Moves to the next key; false at the end.</summary>
    public bool Next()
    {
        if (_isOver)
        {
            return false;
        }

        if (!_isEntered)
        {
            _isEntered = true;
            if (_json.IsEmpty || !_scanner.EnterObject())
            {
                return End();
            }
        }
        else if (_isPending)
        {
            _ = _scanner.Value();
        }

        _isPending = _scanner.NextMember(out _key);
        _value = default;
        return _isPending || End();
    }

    /// <summary>Whether the current key is this one.</summary>
    public bool Is(scoped ReadOnlySpan<byte> key)
    {
        var inner = _key.Inner(_json);
        if (!(_key.IsEscaped ? JsonText.EscapedEquals(inner, key) : inner.SequenceEqual(key)))
        {
            return false;
        }

        // One bit per key; only where two keys share one the object is looked through again. Not after a finding: a frame full of one key would take
        // minutes.
        var bit = 1UL << ((key.Length + (key.IsEmpty ? 0 : (key[0] * 7) + (key[^1] * 31))) & 63);
        if ((_asked & bit) != 0 && _problems is not { HasWrong: true } && StandsBefore(_key.Start, key))
        {
            Wrong($"参数 {KeyText()} 重复");
        }

        _asked |= bit;
        return true;
    }

    /// <summary>Whether the current value is JSON null: for an optional parameter the same as absent.</summary>
    public bool IsNull() => Value().Kind == JsonKind.Null;

    /// <summary>Notes a required key that was not given.</summary>
    public void Missing(string key) => Problems().Missing(key);

    /// <summary>
    /// Stands in for a required key that was not given by its default in the manifest: a call of the execute-only profile takes it; for any other it
    /// is a proposal to the platform's user, and the key is noted as missing.
    /// </summary>
    public T Missing<T>(string key, T proposal)
    {
        if (!TakesProposals)
        {
            Missing(key);
        }

        return proposal;
    }

    private ReadOnlySpan<byte> Raw() => Value().Raw(_json);

    /// <summary>The text of a string that has escapes.</summary>
    private readonly ReadOnlySpan<byte> Unescaped()
    {
        var inner = _value.Inner(_json);
        var text = new byte[inner.Length];
        return text.AsSpan(0, JsonText.Unescape(inner, text));
    }

    private JsonToken Value()
    {
        if (_isPending)
        {
            _value = _scanner.Value();
            _isPending = false;
        }

        return _value;
    }

    /// <summary>No key is left. A call's parameters were validated with their frame; text from elsewhere may not be JSON.</summary>
    private bool End()
    {
        _isOver = true;
        _isPending = false;
        if (!_json.IsEmpty && !_scanner.AtEnd())
        {
            Wrong($"user_params 不是有效的JSON对象: 第 {_scanner.FaultOffset} 字节{_scanner.Fault}");
        }

        return false;
    }

    private readonly bool StandsBefore(int offset, scoped ReadOnlySpan<byte> key)
    {
        var scanner = JsonScanner.OverUtf8(_json);
        _ = scanner.EnterObject();
        while (scanner.NextMember(out var other) && other.Start < offset)
        {
            var inner = other.Inner(_json);
            if (other.IsEscaped ? JsonText.EscapedEquals(inner, key) : inner.SequenceEqual(key))
            {
                return true;
            }

            _ = scanner.Value();
        }

        return false;
    }

    private void WrongType(string expected) => Wrong($"参数 {KeyText()} 类型错误: {JsonText.Shorten(Raw())} 不是{expected}");

    /// <summary>Where the JSON itself is wrong, no value of it is told to be: the end will tell.</summary>
    private void Wrong(string problem)
    {
        if (_isOver || _scanner.Fault is null)
        {
            Problems().Wrong(problem);
        }
    }

    private readonly string KeyText() => JsonText.ToText(_key.Inner(_json), _key.IsEscaped);

    private ParamProblems Problems() => _problems ??= new ParamProblems();
}
