using System.Collections.Immutable;

namespace ProcVision.SessionValues.Tests.Values;

[SessionValue]
internal sealed record EveryKind(
    bool Boolean,
    sbyte SByte,
    byte Byte,
    short Int16,
    ushort UInt16,
    int Int32,
    uint UInt32,
    long Int64,
    ulong UInt64,
    float Single,
    double Double,
    decimal Decimal,
    char Char,
    Guid Guid,
    DateTime DateTime,
    DateTimeOffset DateTimeOffset,
    TimeSpan TimeSpan,
    DateOnly DateOnly,
    TimeOnly TimeOnly,
    Rect Rect,
    string Text);

[SessionValue]
internal sealed class EveryKindOrNull
{
    public bool? Boolean { get; set; }

    public sbyte? SByte { get; set; }

    public byte? Byte { get; set; }

    public short? Int16 { get; set; }

    public ushort? UInt16 { get; set; }

    public int? Int32 { get; set; }

    public uint? UInt32 { get; set; }

    public long? Int64 { get; set; }

    public ulong? UInt64 { get; set; }

    public float? Single { get; set; }

    public double? Double { get; set; }

    public decimal? Decimal { get; set; }

    public char? Char { get; set; }

    public Guid? Guid { get; set; }

    public DateTime? DateTime { get; set; }

    public DateTimeOffset? DateTimeOffset { get; set; }

    public TimeSpan? TimeSpan { get; set; }

    public DateOnly? DateOnly { get; set; }

    public TimeOnly? TimeOnly { get; set; }

    public Rect? Rect { get; set; }

    public string? Text { get; set; }
}

[SessionValue]
internal sealed class Collections
{
    public required double[] Doubles { get; init; }

    public required byte[] Bytes { get; init; }

    public required List<byte> ByteList { get; init; }

    public required ImmutableArray<sbyte> SBytes { get; init; }

    public char[]? Chars { get; set; }

    public string?[] Texts { get; set; } = [];

    public required List<string> Names { get; init; }

    public int[][] Jagged { get; set; } = [];

    public byte[][]? ByteArrays { get; set; }

    public List<List<int?>>? Nested { get; set; }

    public ImmutableArray<ImmutableArray<Grade>> Grades { get; set; } = [];

    public ImmutableArray<int>? Maybe { get; set; }

    public Dictionary<string, double> Table { get; set; } = [];

    public Dictionary<string, Dictionary<string, Rect?>>? Tables { get; set; }

    public Dictionary<string, List<Range>>? Ranges { get; set; }

    public Rect[] Rects { get; set; } = [];

    public List<DateTime>? Times { get; set; }
}
