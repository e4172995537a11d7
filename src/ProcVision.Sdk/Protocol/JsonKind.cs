namespace ProcVision.Protocol;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    /// <summary>There is no value.</summary>
    None,
    Null,
    False,
    True,
    Number,
    String,
    Object,
    Array,
}
