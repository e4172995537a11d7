namespace ProcVision;

/// <summary>The type of a coded value, as it stands in front of it.</summary>
/// <param name="Name">In C#.</param>
/// <param name="Type">What the bytes behind it mean.</param>
internal readonly record struct DescribedType(string Name, StoredType Type)
{
    /// <exception cref="RegionFault">It is not the description of a type.</exception>
    internal static DescribedType Parse(ReadOnlyMemory<byte> description) => SchemaObject.Read(description, type =>
    {
        type.RequireOnly("types", "value", "type");
        return new DescribedType(type.Text("type"), new StoredTypeTable(type.Objects("types"))[type.Number("value")]);
    });
}
