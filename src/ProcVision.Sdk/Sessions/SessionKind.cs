namespace ProcVision;

/// <summary>The built-in types of a session value (DESIGN §5).</summary>
internal enum SessionKind : byte
{
    /// <summary>Not a built-in type.</summary>
    None,
    Null,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Char,
    Guid,
    DateTime,
    DateTimeOffset,
    TimeSpan,
    DateOnly,
    TimeOnly,
    Rect,
    Text,

    /// <summary>A value of an author's type, with a description of it.</summary>
    Coded,
}
