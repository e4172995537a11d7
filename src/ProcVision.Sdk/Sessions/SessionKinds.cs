namespace ProcVision;

/// <summary>Which built-in type a C# type is, and what it is called. Every test of a type folds to a constant when native code is made.</summary>
internal static class SessionKinds
{
    /// <summary>The kind of <typeparamref name="T"/> or of the type that it makes nullable; <see cref="SessionKind.None"/> for any other type.</summary>
    internal static SessionKind Of<T>()
    {
        if (Is<T, bool>())
        {
            return SessionKind.Boolean;
        }

        if (Is<T, int>())
        {
            return SessionKind.Int32;
        }

        if (Is<T, long>())
        {
            return SessionKind.Int64;
        }

        if (Is<T, double>())
        {
            return SessionKind.Double;
        }

        if (typeof(T) == typeof(string))
        {
            return SessionKind.Text;
        }

        if (Is<T, Rect>())
        {
            return SessionKind.Rect;
        }

        return OfRare<T>();
    }

    /// <summary>The kind of a type by its C# or framework name, with or without namespace and question mark: as generated code names it.</summary>
    internal static SessionKind Of(string type) => IsAuthors(type) ? SessionKind.None : ShortName(type) switch
    {
        "bool" or "Boolean" => SessionKind.Boolean,
        "sbyte" or "SByte" => SessionKind.SByte,
        "byte" or "Byte" => SessionKind.Byte,
        "short" or "Int16" => SessionKind.Int16,
        "ushort" or "UInt16" => SessionKind.UInt16,
        "int" or "Int32" => SessionKind.Int32,
        "uint" or "UInt32" => SessionKind.UInt32,
        "long" or "Int64" => SessionKind.Int64,
        "ulong" or "UInt64" => SessionKind.UInt64,
        "float" or "Single" => SessionKind.Single,
        "double" or "Double" => SessionKind.Double,
        "decimal" or "Decimal" => SessionKind.Decimal,
        "char" or "Char" => SessionKind.Char,
        "Guid" => SessionKind.Guid,
        "DateTime" => SessionKind.DateTime,
        "DateTimeOffset" => SessionKind.DateTimeOffset,
        "TimeSpan" => SessionKind.TimeSpan,
        "DateOnly" => SessionKind.DateOnly,
        "TimeOnly" => SessionKind.TimeOnly,
        "Rect" => SessionKind.Rect,
        "string" or "String" => SessionKind.Text,
        _ => SessionKind.None,
    };

    /// <summary>The C# name of a kind, for messages.</summary>
    internal static string Name(SessionKind kind) => kind switch
    {
        SessionKind.Null => "null",
        SessionKind.Boolean => "bool",
        SessionKind.SByte => "sbyte",
        SessionKind.Byte => "byte",
        SessionKind.Int16 => "short",
        SessionKind.UInt16 => "ushort",
        SessionKind.Int32 => "int",
        SessionKind.UInt32 => "uint",
        SessionKind.Int64 => "long",
        SessionKind.UInt64 => "ulong",
        SessionKind.Single => "float",
        SessionKind.Double => "double",
        SessionKind.Decimal => "decimal",
        SessionKind.Char => "char",
        SessionKind.Text => "string",
        _ => kind.ToString(),
    };

    /// <summary>The C# name of a type, for messages.</summary>
    internal static string Name<T>()
    {
        var kind = Of<T>();
        return kind == SessionKind.None ? typeof(T).Name
            : kind != SessionKind.Text && TypeNullability<T>.HasNull ? Name(kind) + "?"
            : Name(kind);
    }

    /// <summary>A type's name without namespace and question mark.</summary>
    internal static ReadOnlySpan<char> ShortName(ReadOnlySpan<char> type)
    {
        type = type.TrimEnd('?');
        return type[(type.LastIndexOfAny('.', ':') + 1)..];
    }

    /// <summary>Whether a name is qualified by something else than our namespace or the framework's: an author may have a Rect of his own.</summary>
    private static bool IsAuthors(string type) =>
        type.AsSpan().LastIndexOfAny('.', ':') is >= 0 and var end && type.AsSpan(0, end) is not ("System" or "global::System" or "ProcVision" or "global::ProcVision");

    private static SessionKind OfRare<T>()
    {
        if (Is<T, float>())
        {
            return SessionKind.Single;
        }

        if (Is<T, decimal>())
        {
            return SessionKind.Decimal;
        }

        if (Is<T, char>())
        {
            return SessionKind.Char;
        }

        if (Is<T, Guid>())
        {
            return SessionKind.Guid;
        }

        var number = OfSmallNumber<T>();
        return number == SessionKind.None ? OfTime<T>() : number;
    }

    private static SessionKind OfSmallNumber<T>() =>
        Is<T, byte>() ? SessionKind.Byte
        : Is<T, sbyte>() ? SessionKind.SByte
        : Is<T, short>() ? SessionKind.Int16
        : Is<T, ushort>() ? SessionKind.UInt16
        : Is<T, uint>() ? SessionKind.UInt32
        : Is<T, ulong>() ? SessionKind.UInt64
        : SessionKind.None;

    private static SessionKind OfTime<T>() =>
        Is<T, DateTime>() ? SessionKind.DateTime
        : Is<T, DateTimeOffset>() ? SessionKind.DateTimeOffset
        : Is<T, TimeSpan>() ? SessionKind.TimeSpan
        : Is<T, DateOnly>() ? SessionKind.DateOnly
        : Is<T, TimeOnly>() ? SessionKind.TimeOnly
        : SessionKind.None;

    private static bool Is<T, TValue>()
        where TValue : struct => typeof(T) == typeof(TValue) || typeof(T) == typeof(TValue?);
}
