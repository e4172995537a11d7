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
