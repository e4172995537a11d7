namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>The codec of a whole value.</summary>
/// <param name="Name">Of its field.</param>
/// <param name="Type">What it stores, as source.</param>
/// <param name="Kind">Which codec of the Sdk.</param>
/// <param name="Element">What the bytes are of; of JSON, the form.</param>
internal sealed record CodecModel(string Name, string Type, CodecKind Kind, TypeRef Element);

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

    /// <summary>JSON, by generated code or by the author's context.</summary>
    Json,
}
