namespace ProcVision.Json;

/// <summary>The kinds of <see cref="JsonToken"/>.</summary>
internal enum JsonTokenKind
{
    ObjectStart,
    ObjectEnd,
    ArrayStart,
    ArrayEnd,
    Colon,
    Comma,
    String,
    Number,
    True,
    False,
    Null,

    /// <summary>A run of characters that is none of the others. The parser complains, for it knows what was expected.</summary>
    Word,

    /// <summary>The end of the text.</summary>
    End,
}
