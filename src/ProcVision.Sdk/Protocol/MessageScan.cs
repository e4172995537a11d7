using System.Diagnostics.CodeAnalysis;

namespace ProcVision.Protocol;

/// <summary>
/// The one pass over a frame's body: validates all of it and notes where the known fields stand. A field of <c>data</c> wins over the same
/// field of <c>payload</c>, that one over the top level's (conformance 265, 266), whatever the order; null is as good as absent. Of a key given
/// twice in one object the last counts, as for the platform's own parser; two <c>data</c> are read as one.
/// </summary>
internal ref struct MessageScan
{
    private const byte TopLevel = 0;
    private const byte InPayload = 1;
    private const byte InData = 2;

    private readonly ReadOnlySpan<byte> _body;
    private JsonScanner _scanner;
    private MessageFields _fields;
    private ulong _fromPayload;
    private ulong _fromData;

    internal MessageScan(ReadOnlySpan<byte> body)
    {
        _body = body;
        _scanner = JsonScanner.Over(body);
        IsObject = _scanner.Peek() == JsonKind.Object;
        if (!IsObject)
        {
            _ = _scanner.Value();
        }
        else if (_scanner.EnterObject())
        {
            Members(TopLevel);
        }

        _ = _scanner.AtEnd();
    }

    /// <summary>Whether the body is an object; else it is another JSON value or none.</summary>
    internal bool IsObject { get; }

    /// <summary>What is wrong with the JSON, or null.</summary>
    internal readonly string? Fault => _scanner.Fault;

    /// <summary>The byte at which it is wrong.</summary>
    internal readonly int FaultOffset => _scanner.FaultOffset;

    /// <summary>Where the fields stand.</summary>
    [UnscopedRef]
    internal readonly ref readonly MessageFields Fields => ref _fields;

    private void Members(byte level)
    {
        while (_scanner.NextMember(out var key))
        {
            switch (Find(key))
            {
                case MessageField.Other:
                    _ = _scanner.Value();
                    break;
                case MessageField.Data when level == TopLevel:
                    Inner(MessageField.Data, InData);
                    break;
                case MessageField.Payload when level == TopLevel:
                    Inner(MessageField.Payload, InPayload);
                    break;
                case MessageField.Data or MessageField.Payload:
                    _ = _scanner.Value();
                    break;
                case MessageField.Type or MessageField.RequestId when level != TopLevel:
                    _ = _scanner.Value();
                    break;
                case MessageField.Session:
                    Session(level);
                    break;
                case MessageField.ImageMeta:
                    ImageMeta(level);
                    break;
                case var field:
                    _ = Note(field, level, _scanner.Value());
                    break;
            }
        }
    }

    /// <summary><c>data</c> or <c>payload</c>; of another kind than object it is noted, for the call's problem.</summary>
    private void Inner(MessageField field, byte level)
    {
        if (_scanner.Peek() != JsonKind.Object)
        {
            _fields[(int)field] = _scanner.Value();
            return;
        }

        _fields[(int)field] = new(0, 0, JsonKind.Object, false);
        if (_scanner.EnterObject())
        {
            Members(level);
        }
    }

    private void Session(byte level)
    {
        if (_scanner.Peek() != JsonKind.Object)
        {
            _ = Note(MessageField.Session, level, _scanner.Value());
            return;
        }

        if (!Note(MessageField.Session, level, new(0, 0, JsonKind.Object, false)))
        {
            _ = _scanner.Value();
            return;
        }

        _fields[(int)MessageField.SessionId] = default;
        _fields[(int)MessageField.SessionContext] = default;
        if (_scanner.EnterObject())
        {
            while (_scanner.NextMember(out var key))
            {
                var field = key.IsEscaped ? MessageKeys.FindInSession(Unescaped(key)) : MessageKeys.FindInSession(key.Inner(_body));
                Keep(field, _scanner.Value());
            }
        }
    }

    private void ImageMeta(byte level)
    {
        if (_scanner.Peek() != JsonKind.Object)
        {
            _ = Note(MessageField.ImageMeta, level, _scanner.Value());
            return;
        }

        if (!Note(MessageField.ImageMeta, level, new(0, 0, JsonKind.Object, false)))
        {
            _ = _scanner.Value();
            return;
        }

        for (var field = MessageField.ImageWidth; field <= MessageField.ImageColorSpace; field++)
        {
            _fields[(int)field] = default;
        }

        if (_scanner.EnterObject())
        {
            while (_scanner.NextMember(out var key))
            {
                var field = key.IsEscaped ? MessageKeys.FindInImageMeta(Unescaped(key)) : MessageKeys.FindInImageMeta(key.Inner(_body));
                Keep(field, _scanner.Value());
            }
        }
    }

    private void Keep(MessageField field, JsonToken value)
    {
        if (field != MessageField.Other)
        {
            _fields[(int)field] = value;
        }
    }

    /// <summary>Notes a field unless a better place has given it already; says whether it did.</summary>
    private bool Note(MessageField field, byte level, JsonToken value)
    {
        ref var known = ref _fields[(int)field];
        var bit = 1UL << (int)field;
        var knownLevel = (_fromData & bit) != 0 ? InData : (_fromPayload & bit) != 0 ? InPayload : TopLevel;
        var wins = known.Kind == JsonKind.None
            || level == knownLevel
            || (value.Kind != JsonKind.Null && (known.Kind == JsonKind.Null || level > knownLevel));
        if (wins)
        {
            known = value;
            _fromData = level == InData ? _fromData | bit : _fromData & ~bit;
            _fromPayload = level == InPayload ? _fromPayload | bit : _fromPayload & ~bit;
        }

        return wins;
    }

    private readonly MessageField Find(JsonToken key) => MessageKeys.Find(key.IsEscaped ? Unescaped(key) : key.Inner(_body));

    /// <summary>A key written with escapes; no sender does that, so it may cost an array.</summary>
    private readonly ReadOnlySpan<byte> Unescaped(JsonToken key)
    {
        var text = new byte[key.Length];
        return text.AsSpan(0, JsonText.Unescape(key.Inner(_body), text));
    }
}
