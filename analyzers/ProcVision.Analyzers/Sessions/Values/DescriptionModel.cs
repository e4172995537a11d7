using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>What the bytes of a type are, so that they can be shown without it.</summary>
/// <param name="Name">Of the field that is printed.</param>
/// <param name="Type">As source.</param>
/// <param name="Shown">Its name for a person.</param>
internal abstract record DescriptionModel(string Name, string Type, string Shown);

/// <summary>An enum: the kind of its numbers, and each value that has a name.</summary>
internal sealed record EnumDescription(string Name, string Type, string Shown, string Underlying, bool IsFlags, EquatableArray<EnumName> Names)
    : DescriptionModel(Name, Type, Shown);

/// <summary>A struct: its fields, in the order of their declaration; and its definition when it is generic.</summary>
internal sealed record StructDescription(string Name, string Type, string Shown, EquatableArray<StructMember> Members, GenericDefinition? Definition)
    : DescriptionModel(Name, Type, Shown);

/// <summary>A generic struct as it is declared: only so does the runtime find its private fields.</summary>
/// <param name="Type">As source, with its type parameters.</param>
/// <param name="Parameters">Between the angle brackets of a class with the same type parameters.</param>
/// <param name="Constraints">Behind such a class.</param>
/// <param name="Arguments">What the struct has in their place.</param>
internal sealed record GenericDefinition(string Type, string Parameters, string Constraints, string Arguments);

/// <summary>A nullable value inside a struct, and what it makes nullable.</summary>
internal sealed record NullableDescription(string Name, string Type, string Shown, TypeRef Of)
    : DescriptionModel(Name, Type, Shown);

/// <summary>A name of an enum's value.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Value">As a <c>long</c> in source; of a <c>ulong</c>, the one with the same bits.</param>
internal sealed record EnumName(string Name, string Value);

/// <summary>A field of a struct.</summary>
/// <param name="Name">As it is shown: of a property, the property's.</param>
/// <param name="Type">Its type.</param>
/// <param name="Field">The field's own name.</param>
/// <param name="IsAccessible">Whether source can name the field; else it is reached as the runtime knows it.</param>
/// <param name="Declared">The type that the field is declared with, as source: in a generic struct perhaps a type parameter.</param>
internal sealed record StructMember(string Name, TypeRef Type, string Field, bool IsAccessible, string Declared);
