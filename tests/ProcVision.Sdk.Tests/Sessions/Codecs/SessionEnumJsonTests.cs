using System.Text;
using CsCheck;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions.Codecs;

/// <summary>Enums inside JSON, against System.Text.Json.</summary>
public class SessionEnumJsonTests
{
    [Fact]
    public void Enums_of_every_size_are_written_by_name_and_else_as_numbers()
    {
        Same<OfSByte, sbyte>(SessionType.SByte, Gen.SByte);
        Same<OfByte, byte>(SessionType.Byte, Gen.Byte);
        Same<OfInt16, short>(SessionType.Int16, Gen.OneOf(Gen.Short, Gen.Short[-5, 20]));
        Same<OfUInt16, ushort>(SessionType.UInt16, Gen.OneOf(Gen.UShort, Gen.UShort[0, 20]));
        Same<OfInt32, int>(SessionType.Int32, Gen.OneOf(Gen.Int, Gen.Int[-5, 20]));
        Same<OfUInt32, uint>(SessionType.UInt32, Gen.OneOf(Gen.UInt, Gen.UInt[0, 20]));
        Same<OfInt64, long>(SessionType.Int64, Gen.OneOf(Gen.Long, Gen.Long[-5, 20]));
        Same<OfUInt64, ulong>(SessionType.UInt64, Gen.OneOf(Gen.ULong, Gen.ULong[0, 20], Gen.Const(ulong.MaxValue)));
    }

    [Fact]
    public void Flags_are_written_together_as_System_Text_Json_writes_them()
    {
        Same<Flags, int>(SessionType.Int32, Gen.OneOf(Gen.Int[0, 255], Gen.Int));
        Same<FlagsWithoutZero, byte>(SessionType.Byte, Gen.Byte);
        Same<SignedFlags, sbyte>(SessionType.SByte, Gen.SByte);
        Same<OverlappingFlags, ushort>(SessionType.UInt16, Gen.UShort);
        Same<WideFlags, ulong>(SessionType.UInt64, Gen.ULong);
    }

    [Fact]
    public void Two_names_of_one_value_give_the_one_that_System_Text_Json_gives() =>
        Same<Twice, int>(SessionType.Int32, Gen.Int[-2, 8]);

    [Theory]
    [InlineData("\"good\"")]
    [InlineData("\" Good\"")]
    [InlineData("\"1\"")]
    [InlineData("\"Good, Bad\"")]
    [InlineData("\"\"")]
    [InlineData("\"Nobody\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("300")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void Anything_but_a_name_as_written_or_a_number_that_fits_is_refused(string json)
    {
        var e = Assert.Throws<SessionException>(() => Coding.Decode(Values.ProcVisionCodecs.Grade, json));
        Assert.Contains("'K'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_may_be_written_with_escapes() => Assert.Equal(Values.Grade.Good, Coding.Decode(Values.ProcVisionCodecs.Grade, "\"\\u0047ood\""));

    private static void Same<T, TUnderlying>(SessionType underlying, Gen<TUnderlying> values)
        where T : unmanaged, Enum
        where TUnderlying : unmanaged
    {
        var codec = Codec<T>(underlying);
        Gen.OneOf(values.Select(v => (T)(object)v), Coding.Any(Enum.GetValues<T>())).Sample(
            value =>
            {
                var ours = Coding.Encode(codec, value);
                Assert.Equal(Encoding.UTF8.GetString(SystemTextJson.Write(value)), Encoding.UTF8.GetString(ours));
                Assert.Equal(value, Coding.Decode(codec, ours));
                Assert.Equal(value, SystemTextJson.Read<T>(ours));
            },
            iter: 5_000);
    }

    private static SessionJsonEnumCodec<T> Codec<T>(SessionType underlying)
        where T : unmanaged, Enum
    {
        // As declared: the order in which the compiler lists them.
        var names = typeof(T).GetFields()
            .Where(f => f.IsLiteral)
            .Select(f => new SessionEnumName(f.Name, f.GetRawConstantValue() is ulong wide ? (long)wide : Convert.ToInt64(f.GetRawConstantValue(), null)));
        var name = typeof(T).FullName!;
        return new SessionJsonEnumCodec<T>(
            typeof(T).IsDefined(typeof(FlagsAttribute), false) ? SessionType.Flags(name, underlying, [.. names]) : SessionType.Enum(name, underlying, [.. names]));
    }

    private enum OfSByte : sbyte
    {
        Low = sbyte.MinValue,
        Minus = -1,
        Zero = 0,
        High = sbyte.MaxValue,
    }

    private enum OfByte : byte
    {
        Good,
        Fair = 10,
        Bad,
    }

    private enum OfInt16 : short
    {
        B = 2,
        A = 1,
        Minus = -3,
    }

    private enum OfUInt16 : ushort
    {
        A = 1,
        High = ushort.MaxValue,
    }

    private enum OfInt32
    {
        A,
        B,
        料盘,
    }

    private enum OfUInt32 : uint
    {
        A = 7,
        High = uint.MaxValue,
    }

    private enum OfInt64 : long
    {
        Low = long.MinValue,
        A = 5,
    }

    private enum OfUInt64 : ulong
    {
        A = 5,
        High = ulong.MaxValue,
    }

    [Flags]
    private enum Flags
    {
        None = 0,
        Left = 1,
        Right = 2,
        Both = Left | Right,
        Top = 4,
        All = Both | Top,
        Bottom = 16,
    }

    [Flags]
    private enum FlagsWithoutZero : byte
    {
        C = 4,
        A = 1,
        B = 2,
    }

    [Flags]
    private enum SignedFlags : sbyte
    {
        Sign = sbyte.MinValue,
        A = 1,
        B = 2,
        All = -1,
    }

    [Flags]
    private enum OverlappingFlags : ushort
    {
        AB = 3,
        BC = 6,
        AC = 5,
        D = 8,
        BCD = 14,
    }

    [Flags]
    private enum WideFlags : ulong
    {
        Low = 1,
        High = 1UL << 63,
        Middle = 0xFFFF_0000,
    }

#pragma warning disable CA1069 // That is what it is about.
    private enum Twice
    {
        Second = 1,
        First = 0,
        Zero = 0,
        One = 1,
        Uno = 1,
        Two = 2,
    }
#pragma warning restore CA1069
}
