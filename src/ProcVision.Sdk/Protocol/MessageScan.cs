using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ProcVision.Protocol;

/// <summary>
/// The one pass over a frame's body: validates all of it and notes where the known fields stand. A field of <c>data</c> wins over the same
/// field of <c>payload</c>, that one over the top level's (conformance 265, 266), whatever the order; null is as good as absent. A known key that
/// stands twice in one object says two things at once and is noted; any other may.
/// </summary>
internal ref struct MessageScan
{
    private const byte TopLevel = 0;
    private const byte InPayload = 1;
    private const byte InData = 2;
    private const ulong Known = (1UL << (int)MessageField.Other) - 1;

    private readonly ReadOnlySpan<byte> _body;
    private JsonScanner _scanner;
    private MessageFields _fields;
    private ulong _fromPayload;
    private ulong _fromData;
    private ulong _repeated;

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

    /// <summary>The first known key that stands twice in one object; <c>default</c> when none does.</summary>
    internal JsonToken RepeatedKey { get; private set; }

    /// <summary>Whether <c>request_id</c> is such a key, so that nobody knows which one to echo.</summary>
    internal readonly bool RequestIdIsRepeated => (_repeated & (1UL << (int)MessageField.RequestId)) != 0;

    /// <summary>Where the fields stand.</summary>
    [UnscopedRef]
    internal readonly ref readonly MessageFields Fields => ref _fields;

    private void Members(byte level)
    {
        ulong seen = 0;
        while (_scanner.NextMember(out var key))
        {
            var known = Find(key);
            if (level != TopLevel && known is MessageField.Type or MessageField.RequestId or MessageField.Data or MessageField.Payload)
            {
                known = MessageField.Other;
            }

            See(known, key, ref seen);
            switch (known)
            {
                case MessageField.Other:
                    _ = _scanner.Value();
                    break;
                case MessageField.Data:
                    Inner(MessageField.Data, InData);
                    break;
                case MessageField.Payload:
                    Inner(MessageField.Payload, InPayload);
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

        var wins = Note(MessageField.Session, level, new(0, 0, JsonKind.Object, false));
        if (wins)
        {
            _fields[(int)MessageField.SessionId] = default;
            _fields[(int)MessageField.SessionContext] = default;
            _fields[(int)MessageField.Region] = default;
        }

        if (_scanner.EnterObject())
        {
            ulong seen = 0;
            while (_scanner.NextMember(out var key))
            {
                var field = key.IsEscaped ? MessageKeys.FindInSession(Unescaped(key)) : MessageKeys.FindInSession(key.Inner(_body));
                See(field, key, ref seen);
                if (field == MessageField.Region && _scanner.Peek() == JsonKind.Object)
                {
                    Region(wins);
                }
                else
                {
                    Keep(wins ? field : MessageField.Other, _scanner.Value());
                }
            }
        }
    }

    /// <summary><c>session.state_region</c>; its members count where the session's do.</summary>
    private void Region(bool wins)
    {
        if (wins)
        {
            _fields[(int)MessageField.Region] = new(0, 0, JsonKind.Object, false);
            _fields[(int)MessageField.RegionName] = default;
            _fields[(int)MessageField.RegionGeneration] = default;
        }

        if (_scanner.EnterObject())
        {
            ulong seen = 0;
            while (_scanner.NextMember(out var key))
            {
                var field = MessageKeys.FindInRegion(key.IsEscaped ? Unescaped(key) : key.Inner(_body));
                See(field, key, ref seen);
                Keep(wins ? field : MessageField.Other, _scanner.Value());
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

        var wins = Note(MessageField.ImageMeta, level, new(0, 0, JsonKind.Object, false));
        for (var field = MessageField.ImageWidth; wins && field <= MessageField.ImageColorSpace; field++)
        {
            _fields[(int)field] = default;
        }

        if (_scanner.EnterObject())
        {
            ulong seen = 0;
            while (_scanner.NextMember(out var key))
            {
                var field = key.IsEscaped ? MessageKeys.FindInImageMeta(Unescaped(key)) : MessageKeys.FindInImageMeta(key.Inner(_body));
                See(field, key, ref seen);
                Keep(wins ? field : MessageField.Other, _scanner.Value());
            }
        }
    }

    /// <summary>One bit for each known key of the object that is being read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void See(MessageField field, JsonToken key, scoped ref ulong seen)
    {
        var bit = 1UL << (int)field;
        if ((seen & bit & Known) != 0)
        {
            Repeat(key, bit);
        }

        seen |= bit;
    }

    private void Repeat(JsonToken key, ulong bit)
    {
        RepeatedKey = _repeated == 0 ? key : RepeatedKey;
        _repeated |= bit;
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
