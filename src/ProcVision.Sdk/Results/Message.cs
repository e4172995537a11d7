using System.Globalization;
using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>
/// A message or reason: a string, or an interpolated string that is formatted in the invariant culture, so that <c>35.2</c> never
/// becomes <c>35,2</c> on a station with another locale. Fewer than 100 characters; reasons fewer than 50 (conformance 144, 149).
/// </summary>
[InterpolatedStringHandler]
public ref struct Message
{
    private readonly string? _text;
    private DefaultInterpolatedStringHandler _builder;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Message(int literalLength, int formattedCount) =>
        _builder = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);

    private Message(string? text) => _text = text ?? "";

    /// <summary>A message that is already text.</summary>
    public static implicit operator Message(string? text) => new(text);

    /// <summary>Called by the compiler for the literal parts.</summary>
    public void AppendLiteral(string value) => _builder.AppendLiteral(value);

    /// <summary>Called by the compiler for <c>{value}</c>.</summary>
    public void AppendFormatted<T>(T value) => _builder.AppendFormatted(value);

    /// <summary>Called by the compiler for <c>{value:format}</c>.</summary>
    public void AppendFormatted<T>(T value, string? format) => _builder.AppendFormatted(value, format);

    /// <summary>Called by the compiler for <c>{value,alignment}</c>.</summary>
    public void AppendFormatted<T>(T value, int alignment) => _builder.AppendFormatted(value, alignment);

    /// <summary>Called by the compiler for <c>{value,alignment:format}</c>.</summary>
    public void AppendFormatted<T>(T value, int alignment, string? format) => _builder.AppendFormatted(value, alignment, format);

    /// <summary>Called by the compiler for a span.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<char> value) => _builder.AppendFormatted(value);

    /// <summary>The text as it stands; valid until <see cref="Take"/> or <see cref="Clear"/>.</summary>
    internal readonly ReadOnlySpan<char> Text => _text is null ? _builder.Text : _text;

    /// <summary>Gives the text and returns the rented buffer; call it once.</summary>
    internal string Take() => _text ?? _builder.ToStringAndClear();

    /// <summary>Returns the rented buffer of a message that nobody keeps.</summary>
    internal void Clear()
    {
        if (_text is null)
        {
            _builder.Clear();
        }
    }
}
