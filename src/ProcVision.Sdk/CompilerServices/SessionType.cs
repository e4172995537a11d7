using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace ProcVision.CompilerServices;

/// <summary>
/// How a session value lies in memory: what a region says of itself, so that a reader without the author's types can show it. Two descriptions
/// are equal when everything in them is. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionType : IEquatable<SessionType>
{
    private SessionType(SessionTypeForm form, string name, int size)
    {
        Form = form;
        Name = name;
        Size = size;
    }

    /// <summary>A bool: one byte, 0 or 1.</summary>
    public static SessionType Boolean { get; } = BuiltIn(SessionKind.Boolean);

    /// <summary>An <c>sbyte</c>.</summary>
    public static SessionType SByte { get; } = BuiltIn(SessionKind.SByte);

    /// <summary>A <c>byte</c>.</summary>
    public static SessionType Byte { get; } = BuiltIn(SessionKind.Byte);

    /// <summary>A <c>short</c>.</summary>
    public static SessionType Int16 { get; } = BuiltIn(SessionKind.Int16);

    /// <summary>A <c>ushort</c>.</summary>
    public static SessionType UInt16 { get; } = BuiltIn(SessionKind.UInt16);

    /// <summary>An <c>int</c>.</summary>
    public static SessionType Int32 { get; } = BuiltIn(SessionKind.Int32);

    /// <summary>A <c>uint</c>.</summary>
    public static SessionType UInt32 { get; } = BuiltIn(SessionKind.UInt32);

    /// <summary>A <c>long</c>.</summary>
    public static SessionType Int64 { get; } = BuiltIn(SessionKind.Int64);

    /// <summary>A <c>ulong</c>.</summary>
    public static SessionType UInt64 { get; } = BuiltIn(SessionKind.UInt64);

    /// <summary>A <c>float</c>.</summary>
    public static SessionType Single { get; } = BuiltIn(SessionKind.Single);

    /// <summary>A <c>double</c>.</summary>
    public static SessionType Double { get; } = BuiltIn(SessionKind.Double);

    /// <summary>A <c>decimal</c>.</summary>
    public static SessionType Decimal { get; } = BuiltIn(SessionKind.Decimal);

    /// <summary>A <c>char</c>: one UTF-16 unit.</summary>
    public static SessionType Char { get; } = BuiltIn(SessionKind.Char);

    /// <summary>A <see cref="System.Guid"/>.</summary>
    public static SessionType Guid { get; } = BuiltIn(SessionKind.Guid);

    /// <summary>A <see cref="System.DateTime"/>.</summary>
    public static SessionType DateTime { get; } = BuiltIn(SessionKind.DateTime);

    /// <summary>A <see cref="System.DateTimeOffset"/>.</summary>
    public static SessionType DateTimeOffset { get; } = BuiltIn(SessionKind.DateTimeOffset);

    /// <summary>A <see cref="System.TimeSpan"/>.</summary>
    public static SessionType TimeSpan { get; } = BuiltIn(SessionKind.TimeSpan);

    /// <summary>A <see cref="System.DateOnly"/>.</summary>
    public static SessionType DateOnly { get; } = BuiltIn(SessionKind.DateOnly);

    /// <summary>A <see cref="System.TimeOnly"/>.</summary>
    public static SessionType TimeOnly { get; } = BuiltIn(SessionKind.TimeOnly);

    /// <summary>A <see cref="ProcVision.Rect"/>.</summary>
    public static SessionType Rect { get; } = BuiltIn(SessionKind.Rect);

    /// <summary>A string, as UTF-8.</summary>
    public static SessionType Text { get; } = BuiltIn(SessionKind.Text);

    /// <summary>What kind of description this is.</summary>
    internal SessionTypeForm Form { get; }

    /// <summary>The built-in type, when <see cref="Form"/> says so; else none.</summary>
    internal SessionKind Kind { get; private init; }

    /// <summary>The C# name: with namespace for an author's type.</summary>
    public string Name { get; }

    /// <summary>Bytes of a value; 0 when they differ from value to value.</summary>
    public int Size { get; }

    /// <summary>The underlying integer of an enum, the value of a nullable, the element of an array; else null.</summary>
    internal SessionType? Of { get; private init; }

    /// <summary>The members of a struct.</summary>
    internal ImmutableArray<SessionMember> Members { get; private init; } = [];

    /// <summary>The names of an enum, as declared.</summary>
    internal ImmutableArray<SessionEnumName> Names { get; private init; } = [];

    /// <summary>Whether values of an enum are combined (<c>[Flags]</c>): without that a reader cannot tell <c>"A, B"</c> from 3.</summary>
    internal bool IsFlags { get; private init; }

    /// <summary>An enum with <c>[Flags]</c>, as the integer it is.</summary>
    /// <param name="name">The C# name, with namespace.</param>
    /// <param name="underlying">One of the eight integer types.</param>
    /// <param name="names">As declared.</param>
    public static SessionType Flags(string name, SessionType underlying, params ReadOnlySpan<SessionEnumName> names)
    {
        ArgumentNullException.ThrowIfNull(underlying);
        return new(SessionTypeForm.Enum, name, underlying.Size) { Of = underlying, Names = [.. names], IsFlags = true };
    }

    /// <summary>An enum without <c>[Flags]</c>, as the integer it is.</summary>
    /// <param name="name">The C# name, with namespace.</param>
    /// <param name="underlying">One of the eight integer types.</param>
    /// <param name="names">As declared.</param>
    public static SessionType Enum(string name, SessionType underlying, params ReadOnlySpan<SessionEnumName> names)
    {
        ArgumentNullException.ThrowIfNull(underlying);
        return new(SessionTypeForm.Enum, name, underlying.Size) { Of = underlying, Names = [.. names] };
    }

    /// <summary>An unmanaged struct, as its bytes.</summary>
    /// <param name="name">The C# name, with namespace.</param>
    /// <param name="size">Bytes, measured in this process.</param>
    /// <param name="members">With offsets measured in this process.</param>
    public static SessionType Struct(string name, int size, params ReadOnlySpan<SessionMember> members) =>
        new(SessionTypeForm.Struct, name, size) { Members = [.. members] };

    /// <summary>A nullable value inside a struct: a bool at 0, the value at the end.</summary>
    /// <param name="of">The value.</param>
    /// <param name="size">Bytes of both, measured in this process.</param>
    public static SessionType Nullable(SessionType of, int size)
    {
        ArgumentNullException.ThrowIfNull(of);
        return new(SessionTypeForm.Nullable, of.Name + "?", size) { Of = of };
    }

    /// <summary>Elements of one size, one after the other: as many as the length says.</summary>
    /// <param name="name">The C# name, as <c>double[]</c>.</param>
    /// <param name="element">Of fixed size.</param>
    public static SessionType Array(string name, SessionType element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new(SessionTypeForm.Array, name, 0) { Of = element };
    }

    /// <summary>UTF-8 JSON.</summary>
    /// <param name="name">The C# name, with namespace.</param>
    public static SessionType Json(string name) => new(SessionTypeForm.Json, name, 0);

    /// <summary>The description of a built-in type.</summary>
    internal static SessionType BuiltInOf(SessionKind kind) => kind switch
    {
        SessionKind.Boolean => Boolean,
        SessionKind.SByte => SByte,
        SessionKind.Byte => Byte,
        SessionKind.Int16 => Int16,
        SessionKind.UInt16 => UInt16,
        SessionKind.Int32 => Int32,
        SessionKind.UInt32 => UInt32,
        SessionKind.Int64 => Int64,
        SessionKind.UInt64 => UInt64,
        SessionKind.Single => Single,
        SessionKind.Double => Double,
        SessionKind.Decimal => Decimal,
        SessionKind.Char => Char,
        SessionKind.Guid => Guid,
        SessionKind.DateTime => DateTime,
        SessionKind.DateTimeOffset => DateTimeOffset,
        SessionKind.TimeSpan => TimeSpan,
        SessionKind.DateOnly => DateOnly,
        SessionKind.TimeOnly => TimeOnly,
        SessionKind.Rect => Rect,
        SessionKind.Text => Text,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a built-in type."),
    };

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] SessionType? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Form == other.Form && Kind == other.Kind && Name == other.Name && Size == other.Size && IsFlags == other.IsFlags
            && (Of?.Equals(other.Of) ?? other.Of is null)
            && Members.AsSpan().SequenceEqual(other.Members.AsSpan())
            && Names.AsSpan().SequenceEqual(other.Names.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as SessionType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Form, Kind, Name, Size);

    /// <summary>The C# name.</summary>
    public override string ToString() => Name;

    private static SessionType BuiltIn(SessionKind kind) =>
        new(SessionTypeForm.BuiltIn, SessionKinds.Name(kind), SessionBits.SizeOf(kind)) { Kind = kind };
}
