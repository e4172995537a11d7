using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>How one type is stored, and everything that is printed for it.</summary>
internal sealed record ValueModel
{
    /// <summary>The type as source, not nullable, without annotations and names of tuple elements: one name per type of the run time.</summary>
    public required string Type { get; init; }

    /// <summary>The type as the region says it: short for what everybody knows, with its namespace for an author's own.</summary>
    public required string Shown { get; init; }

    public required ValueForm Form { get; init; }

    /// <summary>What stands for a value that is not there, where the type has no null.</summary>
    public required AbsentValue Absent { get; init; }

    /// <summary>Of <see cref="ValueForm.Value"/>: what its bytes are.</summary>
    public TypeRef? Description { get; init; }

    /// <summary>Of <see cref="ValueForm.Value"/>: the bytes it takes, or an upper bound when the runtime lays it out.</summary>
    public int Size { get; init; }

    /// <summary>Whether <see cref="Size"/> is only a bound.</summary>
    public bool IsBound { get; init; }

    /// <summary>What makes bytes of it; null for what the Sdk stores by itself.</summary>
    public CodecModel? Codec { get; init; }

    /// <summary>Descriptions that have to be printed, sorted by name.</summary>
    public EquatableArray<DescriptionModel> Descriptions { get; init; } = [];

    /// <summary>JSON forms that have to be printed, sorted by name.</summary>
    public EquatableArray<JsonModel> Forms { get; init; } = [];
}

/// <summary>What a stored value is to the region.</summary>
internal enum ValueForm
{
    /// <summary>The bytes of an unmanaged value.</summary>
    Value,

    /// <summary>UTF-8.</summary>
    Text,

    /// <summary>What a codec makes.</summary>
    Coded,
}

/// <summary>What a typed property gives that holds nothing and is not nullable.</summary>
internal enum AbsentValue
{
    /// <summary>Nothing can stand for it: the property has to be nullable.</summary>
    None,

    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary>An empty string.</summary>
    EmptyText,

    /// <summary>An empty array or list.</summary>
    EmptyCollection,

    /// <summary>An empty dictionary.</summary>
    EmptyDictionary,
}

/// <summary>A type in another one.</summary>
/// <param name="Type">As source, see <see cref="ValueModel.Type"/>.</param>
/// <param name="Kind">Of a built-in type: its kind; else null.</param>
/// <param name="Name">Of any other type: what is printed for it.</param>
/// <param name="HasNull">Whether a variable of it can hold null.</param>
internal sealed record TypeRef(string Type, string? Kind, string? Name, bool HasNull);
