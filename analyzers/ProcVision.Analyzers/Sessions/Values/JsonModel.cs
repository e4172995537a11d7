using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>The JSON form of a type that is not built in.</summary>
/// <param name="Name">Of the class that is printed.</param>
/// <param name="Type">As source.</param>
/// <param name="Shown">Its name for a person.</param>
internal abstract record JsonModel(string Name, string Type, string Shown);

/// <summary>An enum: the name of a value, or its number; of flags, several names can be one value.</summary>
internal sealed record JsonEnum(EnumDescription Enum) : JsonModel(Enum.Name, Enum.Type, Enum.Shown);

/// <summary>A reference that may be null.</summary>
internal sealed record JsonOptional(string Name, string Type, string Shown, TypeRef Of) : JsonModel(Name, Type, Shown);

/// <summary>What the author's own <c>JsonSerializerContext</c> writes and reads.</summary>
internal sealed record JsonContext(string Name, string Type, string Shown, string Context) : JsonModel(Name, Type, Shown);

/// <summary>A nullable value type.</summary>
internal sealed record JsonNullable(string Name, string Type, string Shown, TypeRef Of) : JsonModel(Name, Type, Shown);

/// <summary>An array of JSON: a <see cref="CodecKind.Array"/>, <see cref="CodecKind.List"/> or <see cref="CodecKind.ImmutableArray"/> of C#.</summary>
internal sealed record JsonList(string Name, string Type, string Shown, CodecKind Kind, TypeRef Of) : JsonModel(Name, Type, Shown);

/// <summary>An object of JSON with any keys.</summary>
internal sealed record JsonMap(string Name, string Type, string Shown, TypeRef Of) : JsonModel(Name, Type, Shown);

/// <summary>
/// An object of JSON with the members of a type, in the order they are written; <c>Arguments</c> are the indexes of the members that its constructor
/// takes. A value of a derived type is refused.
/// </summary>
internal sealed record JsonObject(
    string Name, string Type, string Shown, bool IsReference, bool MayBeDerived, EquatableArray<JsonMember> Members, EquatableArray<int> Arguments)
    : JsonModel(Name, Type, Shown);

/// <summary>A member of a <see cref="JsonObject"/>.</summary>
internal sealed record JsonMember
{
    /// <summary>As C# calls it, without an <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As JSON calls it.</summary>
    public required string Key { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>When it is not written.</summary>
    public required JsonOmission Omission { get; init; }

    /// <summary>Whether it has to be there when it is read.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>What it is when it is not there, as source; null for <c>default</c>.</summary>
    public required string? Absent { get; init; }

    /// <summary>How it gets its value.</summary>
    public required JsonSetting Setting { get; init; }
}

/// <summary>When a member is not written.</summary>
internal enum JsonOmission
{
    Never,
    WhenNull,
    WhenDefault,
}

/// <summary>How a member gets its value.</summary>
internal enum JsonSetting
{
    /// <summary>By the constructor alone.</summary>
    Constructor,

    /// <summary>In the initializer.</summary>
    Initializer,

    /// <summary>After the object is made, if it was there: else the author's own initial value stays.</summary>
    Assignment,
}
