namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>A codec that is printed as a field.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Type">What it stores, as source.</param>
/// <param name="Kind">Which codec of the Sdk.</param>
/// <param name="Element">Of bytes: what they are; of JSON: the form. Null with a context.</param>
/// <param name="Context">The author's <c>JsonSerializerContext</c> as source; else null.</param>
/// <param name="Shown">The type's name for a person.</param>
internal sealed record CodecModel(string Name, string Type, CodecKind Kind, TypeRef? Element, string? Context, string Shown);

/// <summary>The codecs of the Sdk.</summary>
internal enum CodecKind
{
    /// <summary>The bytes of an unmanaged value.</summary>
    Bytes,

    /// <summary>The bytes of the elements of a <c>T[]</c>.</summary>
    Array,

    /// <summary>The bytes of the elements of a <c>List&lt;T&gt;</c>.</summary>
    List,

    /// <summary>The bytes of the elements of an <c>ImmutableArray&lt;T&gt;</c>.</summary>
    ImmutableArray,

    /// <summary>JSON by generated code.</summary>
    Json,

    /// <summary>JSON by the author's context.</summary>
    Context,
}
