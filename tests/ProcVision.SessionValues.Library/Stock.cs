using ProcVision;

namespace Plant.Parts;

/// <summary>Marked where it is declared: the keyed door of any assembly that refers to this one knows it.</summary>
[SessionValue]
public sealed class Stock
{
    public required string Place { get; init; }

    public List<Part> Parts { get; set; } = [];

    public Dictionary<string, int> Counts { get; set; } = [];
}

/// <summary>Marked, unmanaged, and all of it is public.</summary>
[SessionValue]
public readonly record struct Cell(int Row, int Column);

[SessionValue]
public enum Shift : ushort
{
    Day,
    Night,
}
