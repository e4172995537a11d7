using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ProcVision.CompilerServices;

/// <summary>
/// Reads one session value from UTF-8 JSON that nobody vouches for. Each method reads the value that the reader stands on and takes nothing but that
/// type; whatever else is there is a <see cref="SessionException"/> with its path. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct SessionJsonReader
{
    private readonly string _key;
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _json;

    internal SessionJsonReader(string key, ReadOnlySpan<byte> bytes)
    {
        _key = key;
        _bytes = bytes;
        _json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = SessionJsonWriter.MaxDepth });
    }

    /// <summary>Whether the value is null.</summary>
    internal readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>Whether the value is a number.</summary>
    internal readonly bool IsNumber => _json.TokenType == JsonTokenType.Number;

    /// <summary>Steps into an object with these members.</summary>
    public readonly SessionObject Open(SessionMembers members)
    {
        ArgumentNullException.ThrowIfNull(members);
        Open(members.Type);
        return new SessionObject(members);
    }

    /// <summary>
    /// Steps to the value of the next member, which <see cref="SessionObject.Member"/> then tells; false at the end of the object, with every member
    /// there that has to be.
    /// </summary>
    /// <exception cref="SessionException">A member is unknown, there twice, or missing.</exception>
    public bool Next(ref SessionObject read)
    {
        Advance();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            var missing = read.FirstMissing();
            return missing < 0 ? false : throw SessionCodecErrors.Missing(_key, Path, read.Members.Type, SessionJsonPath.Text(read.Members.Name(missing)));
        }

        var member = read.Members.Find(ref _json, read.Member + 1);
        if (member < 0)
        {
            throw SessionCodecErrors.Unknown(_key, Path, read.Members.Type, SessionJsonPath.Text(_json.ValueSpan));
        }

        if (!read.Add(member))
        {
            throw SessionCodecErrors.Duplicate(_key, Path, SessionJsonPath.Text(_json.ValueSpan));
        }

        read.Member = member;
        Advance();
        return true;
    }

    /// <summary>A value of any other type.</summary>
    /// <exception cref="SessionException">It is null and <paramref name="codec"/> has none.</exception>
    public T Value<T>(SessionJsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        return IsNull && !codec.TakesNull ? throw WrongToken(codec.Type.Name) : codec.Read(ref this);
    }

    /// <summary>Steps onto the value.</summary>
    internal void Begin() => Advance();

    /// <summary>Makes sure that the value was all.</summary>
    internal void End() => _ = _json.Read();

    /// <summary>Steps to the next token.</summary>
    internal void Advance() => _ = _json.Read();

    /// <summary>Steps into an object whose names are not known beforehand.</summary>
    internal readonly void Open(string type)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw WrongToken(type);
        }
    }

    /// <summary>Steps to the next name of such an object; false at its end.</summary>
    internal bool Next([NotNullWhen(true)] out string? name)
    {
        Advance();
        name = _json.TokenType == JsonTokenType.EndObject ? null : _json.GetString()!;
        return name is not null;
    }

    /// <summary>The elements of an array: end with <see cref="SessionElementBuffer{T}.ToArray"/> or its like.</summary>
    internal SessionElementBuffer<T> Elements<T>(SessionJsonCodec<T> element, string type)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            throw WrongToken(type);
        }

        var values = default(SessionElementBuffer<T>);
        Advance();
        while (_json.TokenType != JsonTokenType.EndArray)
        {
            values.Add(Value(element));
            Advance();
        }

        return values;
    }

    internal readonly SessionException Duplicate(string name) => SessionCodecErrors.Duplicate(_key, Path, name);

    /// <summary>The exception for what the reader or the author's constructor threw.</summary>
    internal readonly SessionException Failed(Exception e) => e switch
    {
        JsonException => SessionCodecErrors.Malformed(_key, Path, e),
        InvalidOperationException when _json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName => SessionCodecErrors.NotText(_key, Path, e),
        _ => SessionCodecErrors.Unwanted(_key, Path, e),
    };

    private readonly string Path => SessionJsonPath.After(_key, _bytes[..(int)_json.TokenStartIndex]);

    private readonly SessionException WrongToken(string type) => SessionCodecErrors.WrongToken(_key, Path, SessionJsonPath.Kind(_json.TokenType), type);
}
