namespace ProcVision;

/// <summary>
/// Marks a type whose values are kept in a session by key: <c>session.Set("last", template)</c>, and <c>T?</c>, <c>T[]</c>, <c>List&lt;T&gt;</c>,
/// <c>ImmutableArray&lt;T&gt;</c> and <c>Dictionary&lt;string, T&gt;</c> of it. The type of a typed property needs no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, Inherited = false)]
public sealed class SessionValueAttribute : Attribute
{
    /// <summary>
    /// For a type outside the value grammar: a <c>JsonSerializerContext</c> of the same project with <c>[JsonSerializable(typeof(T))]</c>, which then
    /// decides how the value is written. Null: the compiler writes the code.
    /// </summary>
    public Type? Context { get; init; }
}
