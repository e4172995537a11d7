namespace ProcVision;

/// <summary>The slot of a typed property.</summary>
/// <param name="Key">The property's key.</param>
/// <param name="TypeName">Its C# type, for people.</param>
/// <param name="Offset">From the first slot.</param>
/// <param name="Capacity">Bytes that a value may have.</param>
/// <param name="HasLength">Whether a cell begins with the value's length.</param>
/// <param name="Type">What its bytes mean.</param>
internal sealed record StoredSlot(string Key, string TypeName, int Offset, int Capacity, bool HasLength, StoredType Type)
{
    /// <summary>From cell to cell.</summary>
    internal int Stride { get; } = RegionFormat.Stride(Capacity + (HasLength ? RegionFormat.CellLength : 0));

    /// <summary>Bytes of the slot.</summary>
    internal long Size => RegionFormat.SlotCellsAt + (2L * Stride);

    /// <exception cref="RegionFault">It is not the description of a slot.</exception>
    internal static StoredSlot Parse(SchemaObject slot, StoredTypeTable types)
    {
        slot.RequireOnly("key", "type", "form", "offset", "capacity", "value");
        var key = slot.Text("key");
        var form = slot.Text("form");
        var type = types[slot.Number("value")];
        var capacity = slot.Number("capacity");
        var fits = form switch
        {
            "value" => type.Size > 0 && capacity == type.Size,
            "text" => type is StoredText,
            "coded" => true,
            _ => throw new RegionFault($"属性 '{key}' 的形式未知: '{form}'"),
        };
        return fits
            ? new StoredSlot(key, slot.Text("type"), slot.Number("offset"), capacity, form != "value", type)
            : throw new RegionFault($"属性 '{key}' 的形式 {form}、容量 {capacity} 与其类型不符");
    }
}
