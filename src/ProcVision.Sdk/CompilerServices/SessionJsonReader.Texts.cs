using System.Text;
using System.Text.Json;

namespace ProcVision.CompilerServices;

/// <summary>What is text in JSON.</summary>
public ref partial struct SessionJsonReader
{
    /// <summary>A string.</summary>
    public readonly string Text() => IsText("string") ? _json.GetString()! : throw WrongToken("string");

    /// <summary>A char: a text of one.</summary>
    public readonly char Char()
    {
        Span<char> one = stackalloc char[6];
        return IsText("char") && _json.ValueSpan.Length <= one.Length && _json.CopyString(one) == 1 ? one[0] : throw NotFitting("char");
    }

    /// <summary>A Guid with hyphens.</summary>
    public readonly Guid Guid() => IsText("Guid") && _json.TryGetGuid(out var value) ? value : throw NotFitting("Guid");

    /// <summary>ISO 8601.</summary>
    public readonly DateTime DateTime() => IsText("DateTime") && _json.TryGetDateTime(out var value) ? value : throw NotFitting("DateTime");

    /// <summary>ISO 8601.</summary>
    public readonly DateTimeOffset DateTimeOffset() =>
        IsText("DateTimeOffset") && _json.TryGetDateTimeOffset(out var value) ? value : throw NotFitting("DateTimeOffset");

    /// <summary>As <c>1.02:03:04.0000005</c>.</summary>
    public readonly TimeSpan TimeSpan()
    {
        Span<byte> text = stackalloc byte[SessionTime.LongestEscaped];
        return IsText("TimeSpan") && SessionTime.TryParse(Copy(text), out var value) ? value : throw NotFitting("TimeSpan");
    }

    /// <summary>As <c>2026-05-04</c>.</summary>
    public readonly DateOnly DateOnly()
    {
        Span<byte> text = stackalloc byte[SessionTime.LongestEscaped];
        return IsText("DateOnly") && SessionTime.TryParseDate(Copy(text), out var value) ? value : throw NotFitting("DateOnly");
    }

    /// <summary>As <c>03:04:05.0000006</c>.</summary>
    public readonly TimeOnly TimeOnly()
    {
        Span<byte> text = stackalloc byte[SessionTime.LongestEscaped];
        return IsText("TimeOnly") && SessionTime.TryParseTimeOfDay(Copy(text), out var value) ? value : throw NotFitting("TimeOnly");
    }

    /// <summary>Bytes as base64.</summary>
    internal readonly byte[] Base64() => IsText("byte[]") && _json.TryGetBytesFromBase64(out var value) ? value : throw NotFitting("byte[]");

    /// <summary>The value of an enum's name or names.</summary>
    internal readonly ulong Name(SessionEnumTable names, string type)
    {
        _ = IsText(type);
        var text = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        return names.TryRead(text, out var bits) ? bits : throw SessionCodecErrors.NoName(_key, Path, SessionJsonPath.Text(text), type);
    }

    private readonly bool IsText(string type) => _json.TokenType == JsonTokenType.String ? true : throw WrongToken(type);

    /// <summary>The text without escapes; empty when it is longer than any that could be meant.</summary>
    private readonly ReadOnlySpan<byte> Copy(Span<byte> to) => _json.ValueSpan.Length > to.Length ? [] : to[.._json.CopyString(to)];
}
