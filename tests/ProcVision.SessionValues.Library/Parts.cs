namespace Plant.Parts;

/// <summary>A part of another assembly that no session there stores: the session that does brings its codec.</summary>
public sealed record Part(string Number, Size Size, PartKind Kind)
{
    private int _secret;

    public Part? Mate { get; init; }

    internal string Hidden => Number + _secret++;
}

public readonly record struct Size(double Width, double Height);

public enum PartKind
{
    Screw,
    Nut,
    Washer = 10,
}

/// <summary>Unmanaged, of another assembly: the compiler that stores it sees neither the private field nor the padding.</summary>
public struct Gauge
{
    private byte _marks;
    public double Value;
    private short _spare;

    public byte Marks
    {
        readonly get => _marks;
        set => _marks = value;
    }

    public short Spare
    {
        readonly get => _spare;
        set => _spare = value;
    }
}
