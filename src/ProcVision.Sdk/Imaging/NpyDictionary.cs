using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>
/// Reads the Python dictionary in a <c>.npy</c> header: <c>{'descr': '|u1', 'fortran_order': False, 'shape': (600, 800, 3), }</c>.
/// The three keys in any order, nothing else.
/// </summary>
internal ref struct NpyDictionary
{
    private const int MaxDimensions = 8;

    private readonly ReadOnlySpan<byte> _text;
    private Sizes _shape;
    private int _at;

    internal NpyDictionary(ReadOnlySpan<byte> text) => _text = text;

    internal ReadOnlySpan<byte> Type { get; private set; }

    internal bool IsColumnMajor { get; private set; }

    internal int Dimensions { get; private set; }

    [UnscopedRef]
    internal readonly ReadOnlySpan<long> Shape => _shape;

    /// <summary>False when the text is not such a dictionary with all three keys, each once.</summary>
    internal bool TryRead()
    {
        if (!Take('{'))
        {
            return false;
        }

        var seen = 0;
        while (!Take('}'))
        {
            if (!TakeText(out var key) || !Take(':'))
            {
                return false;
            }

            var bit = key switch { _ when key.SequenceEqual("descr"u8) => 1, _ when key.SequenceEqual("fortran_order"u8) => 2, _ when key.SequenceEqual("shape"u8) => 4, _ => 0 };
            if (bit == 0 || (seen & bit) != 0 || !TakeValue(bit))
            {
                return false;
            }

            seen |= bit;
            if (!Take(',') && !(_at < _text.Length && _text[_at] == '}'))
            {
                return false;
            }
        }

        SkipSpace();
        return seen == 7 && _at == _text.Length;
    }

    private bool TakeValue(int bit)
    {
        switch (bit)
        {
            case 1:
                // A structured type is a list here: no picture, and as unreadable as any other text.
                var found = TakeText(out var type);
                Type = type;
                return found;
            case 2:
                IsColumnMajor = TakeWord("True"u8);
                return IsColumnMajor || TakeWord("False"u8);
            default:
                return TakeShape();
        }
    }

    private bool TakeShape()
    {
        if (!Take('('))
        {
            return false;
        }

        while (!Take(')'))
        {
            if (Dimensions == MaxDimensions || !TakeNumber(out _shape[Dimensions]))
            {
                return false;
            }

            Dimensions++;
            if (!Take(',') && !(_at < _text.Length && _text[_at] == ')'))
            {
                return false;
            }
        }

        return true;
    }

    private bool TakeNumber(out long number)
    {
        SkipSpace();
        number = 0;
        var start = _at;
        while (_at < _text.Length && _text[_at] is >= (byte)'0' and <= (byte)'9' && _at - start < 18)
        {
            number = (number * 10) + _text[_at++] - '0';
        }

        return _at > start;
    }

    private bool TakeText(out ReadOnlySpan<byte> text)
    {
        SkipSpace();
        text = default;
        if (_at >= _text.Length || _text[_at] is not ((byte)'\'' or (byte)'"'))
        {
            return false;
        }

        var length = _text[(_at + 1)..].IndexOf(_text[_at]);
        if (length < 0)
        {
            return false;
        }

        text = _text.Slice(_at + 1, length);
        _at += length + 2;
        return true;
    }

    private bool TakeWord(ReadOnlySpan<byte> word)
    {
        SkipSpace();
        if (!_text[_at..].StartsWith(word))
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private bool Take(char sign)
    {
        SkipSpace();
        if (_at >= _text.Length || _text[_at] != sign)
        {
            return false;
        }

        _at++;
        SkipSpace();
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r')
        {
            _at++;
        }
    }

    [InlineArray(MaxDimensions)]
    private struct Sizes
    {
        private long _first;
    }
}
