using System.Text.Json.Serialization;

namespace ProcVision.SessionValues.Tests.Values;

[SessionValue]
internal enum Grade
{
    Good,
    Fair = 10,
    Bad,
}

internal enum OfSByte : sbyte
{
    Low = sbyte.MinValue,
    Minus = -1,
    Zero,
}

internal enum OfByte : byte
{
    A,
    High = byte.MaxValue,
}

internal enum OfInt16 : short
{
    Low = short.MinValue,
    A = 1,
}

internal enum OfUInt16 : ushort
{
    B = 2,
    A = 1,
}

internal enum OfUInt32 : uint
{
    A,
    High = uint.MaxValue,
}

internal enum OfInt64 : long
{
    Low = long.MinValue,
    A = 1,
}

internal enum OfUInt64 : ulong
{
    A,
    High = ulong.MaxValue,
}

internal enum Renamed
{
    [JsonStringEnumMemberName("first one")]
    First,
    Second,
    [JsonStringEnumMemberName("料盘")]
    Tray,
    @class,
}

[Flags]
[SessionValue]
internal enum Marks : byte
{
    None = 0,
    Left = 1,
    Right = 2,
    Both = Left | Right,
    Top = 8,
}

[SessionValue]
internal sealed record EveryEnum(
    Grade Grade,
    OfSByte SByte,
    OfByte Byte,
    OfInt16 Int16,
    OfUInt16 UInt16,
    OfUInt32 UInt32,
    OfInt64 Int64,
    OfUInt64 UInt64,
    Renamed Renamed,
    Marks Marks,
    Marks? MaybeMarks,
    List<Grade?> Grades,
    Dictionary<string, OfUInt64> Values,
    DayOfWeek Day);
