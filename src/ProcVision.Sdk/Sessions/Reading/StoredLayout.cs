namespace ProcVision;

/// <summary>The typed properties as a region describes them.</summary>
/// <param name="Name">The session struct's name.</param>
/// <param name="SlotsAt">Where the slots begin in the region.</param>
/// <param name="Slots">By offset.</param>
internal sealed record StoredLayout(string Name, long SlotsAt, IReadOnlyList<StoredSlot> Slots)
{
    /// <summary>No typed properties.</summary>
    internal static StoredLayout None { get; } = new("", 0, []);

    /// <exception cref="RegionFault">It is not the description of a layout.</exception>
    internal static StoredLayout Parse(ReadOnlyMemory<byte> schema, long slotsAt) => SchemaObject.Read(schema, layout =>
    {
        layout.RequireOnly("name", "types", "slots");
        var types = new StoredTypeTable(layout.Objects("types"));
        return new StoredLayout(layout.Text("name"), slotsAt, [.. layout.Objects("slots").Select(slot => StoredSlot.Parse(slot, types))]);
    });
}
