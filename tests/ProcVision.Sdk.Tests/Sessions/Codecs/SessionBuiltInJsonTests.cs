using System.Text;
using CsCheck;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions.Codecs;

/// <summary>Every built-in type inside JSON, against System.Text.Json.</summary>
public class SessionBuiltInJsonTests
{
    [Fact]
    public void Every_built_in_type_is_written_as_System_Text_Json_writes_it_and_each_reads_what_the_other_wrote()
    {
        Same(Gen.Bool);
        Same(Gen.SByte);
        Same(Gen.Byte);
        Same(Gen.Short);
        Same(Gen.UShort);
        Same(Gen.Int);
        Same(Gen.UInt);
        Same(Gen.Long);
        Same(Gen.ULong);
        Same(Gen.Float.Where(float.IsFinite));
        Same(Gen.Double.Where(double.IsFinite));
        Same(Gen.Decimal);
        Same(Gen.Char.Where(c => !char.IsSurrogate(c)));
        Same(Gen.Guid);
        Same(Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks], Gen.Enum<DateTimeKind>(), (ticks, kind) => new DateTime(ticks, kind)));
        Same(Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks / 10_000_000], Gen.Enum<DateTimeKind>(), (s, kind) => new DateTime(s * 10_000_000, kind)));
        Same(Gen.DateTimeOffset);
        Same(Gen.TimeSpan);
        Same(Gen.Int[-1000, 1000].Select(s => TimeSpan.FromSeconds(s)));
        Same(Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber));
        Same(Gen.Long[0, TimeOnly.MaxValue.Ticks].Select(t => new TimeOnly(t)));
        Same(Gen.Int[0, 86_399].Select(s => new TimeOnly(s * TimeSpan.TicksPerSecond)));
        Same(Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Int, (x, y, width, height) => new Rect(x, y, width, height)));
    }

    [Fact]
    public void The_ends_of_every_range_are_written_as_System_Text_Json_writes_them()
    {
        Equal(double.MaxValue, double.MinValue, double.Epsilon, -0.0, 0, 1e15, 1e16, 123456789012345680, 1e-5, 0.1);
        Equal(float.MaxValue, float.MinValue, float.Epsilon, -0f, 1e7f, 1e-5f, 0.1f, 16777216f);
        Equal(decimal.MaxValue, decimal.MinValue, 1.0m, 1.00m, 0m, -0.0m, 1e-28m);
        Equal(long.MinValue, long.MaxValue);
        Equal(ulong.MaxValue);
        Equal(DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, new DateTime(2026, 5, 4, 1, 2, 3, 120, DateTimeKind.Local));
        Equal(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2026, 5, 4, 1, 2, 3, 100, TimeSpan.FromMinutes(-90)));
        Equal(TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromDays(1));
        Equal(DateOnly.MinValue, DateOnly.MaxValue);
        Equal(TimeOnly.MinValue, TimeOnly.MaxValue);
        Equal('\0', '"', '\\', '\uFFFF', '料', '\u2028', '+', '<');
    }

    [Fact]
    public void Every_text_is_escaped_as_System_Text_Json_escapes_it()
    {
        var codec = new SessionJsonText();
        var text = Gen.OneOf(
            Gen.String,
            Coding.Any("", "\"", "\\", "\u0000", "\u001f", "\u007f", "\u0080", "\u2028", "\uFEFF", "\uFFFD", "\uFFFE", "😀", "料盘", "</script>", "é", "\u0378")
                .Array[0, 20].Select(string.Concat));
        text.Where(t => !HasHalfPair(t)).Sample(t => Assert.Equal(Shown(SystemTextJson.Write(t)), Shown(Coding.Encode(codec, t))), iter: 20_000);
        text.Where(t => !HasHalfPair(t)).Sample(t => Assert.Equal(t, Coding.Decode(codec, SystemTextJson.Write(t))), iter: 2_000);
    }

    [Fact]
    public void Every_UTF_16_unit_and_every_character_beyond_them_is_escaped_as_System_Text_Json_escapes_it()
    {
        var codec = new SessionJsonText();
        for (var rune = 0; rune <= 0x10FFFF; rune++)
        {
            if (Rune.IsValid(rune))
            {
                var text = $"a{new Rune(rune)}b";
                Assert.True(SystemTextJson.Write(text).AsSpan().SequenceEqual(Coding.Encode(codec, text)), $"U+{rune:X}");
            }
        }
    }

    private static void Same<T>(Gen<T> values)
        where T : struct => values.Sample(value => Equal(value), iter: 3_000);

    private static void Equal<T>(params ReadOnlySpan<T> values)
        where T : struct
    {
        var codec = new SessionJsonBuiltIn<T>();
        foreach (var value in values)
        {
            var ours = Coding.Encode(codec, value);
            Assert.Equal(Shown(SystemTextJson.Write(value)), Shown(ours));
            Assert.Equal(Bits(value), Bits(Coding.Decode(codec, ours)));
            Assert.Equal(SystemTextJson.Read<T>(ours), Coding.Decode(codec, ours));
        }
    }

    /// <summary>What must come back: a local time as the same instant, in the zone of the machine.</summary>
    private static object Bits<T>(T value)
        where T : struct => value is DateTime time ? (time.Ticks, time.Kind) : value is double number ? BitConverter.DoubleToInt64Bits(number) : value;

    private static bool HasHalfPair(string text) => text.Where((c, i) => char.IsSurrogate(c) && !IsPaired(text, i)).Any();

    private static bool IsPaired(string text, int i) =>
        (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));

    private static string Shown(byte[] json) => Encoding.UTF8.GetString(json);
}
