namespace ProcVision;

/// <summary>What kind of description a <see cref="CompilerServices.SessionType"/> is: <c>kind</c> in the schema of a region.</summary>
internal enum SessionTypeForm
{
    /// <summary>A type of <see cref="SessionKind"/>.</summary>
    BuiltIn,

    /// <summary>An integer with names.</summary>
    Enum,

    /// <summary>Members at offsets.</summary>
    Struct,

    /// <summary>A bool at 0, and the value at the end.</summary>
    Nullable,

    /// <summary>Elements one after the other.</summary>
    Array,

    /// <summary>UTF-8 JSON.</summary>
    Json,
}
