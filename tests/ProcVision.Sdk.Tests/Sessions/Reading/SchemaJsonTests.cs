using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>Values that lie in a region as their bytes, as JSON made from the schema alone; System.Text.Json, which has the types, is the other side.</summary>
public class SchemaJsonTests
{
    private const int Values = 2000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        IncludeFields = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new RectConverter() },
    };

    [Flags]
    private enum Marks : short
    {
        None = 0,
        A = 1,
        B = 2,
        C = 4,
        AB = 3,
        D = 8,
        BC = 6,
        ABC = 7,
        X = 24,
    }

    private enum Grade : byte
    {
        Good,
        Bad = 3,
        Ugly = 200,
    }

    private enum Huge : ulong
    {
        Least,
        Most = ulong.MaxValue,
    }

    [Fact]
    public void Numbers_are_written_as_System_Text_Json_writes_them()
    {
        var random = Seeded.Random(out _);
        Same("sByte", () => (sbyte)random.Next(256));
        Same("byte", () => (byte)random.Next(256));
        Same("int16", () => (short)random.Next(65536));
        Same("uInt16", () => (ushort)random.Next(65536));
        Same("int32", () => (int)random.NextInt64());
        Same("uInt32", () => (uint)random.NextInt64());
        Same("int64", () => random.NextInt64(long.MinValue, long.MaxValue));
        Same("uInt64", () => (ulong)random.NextInt64(long.MinValue, long.MaxValue));
        Same("single", () => Finite(() => BitConverter.Int32BitsToSingle((int)random.NextInt64()), float.IsFinite));
        Same("double", () => Finite(() => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)), double.IsFinite));
        Same("decimal", () => new decimal(random.Next(), random.Next(), random.Next(3) == 0 ? random.Next() : 0, random.Next(2) == 0, (byte)random.Next(29)));
    }

    [Fact]
    public void Texts_dates_and_times_are_written_as_System_Text_Json_writes_them()
    {
        var random = Seeded.Random(out _);
        Same("boolean", () => random.Next(2) == 0);
        Same("char", () => (char)(random.Next(2) == 0 ? random.Next(0xD800) : random.Next(0xE000, 0x10000)));
        Same("guid", Guid.NewGuid);
        Same("dateTime", () => new DateTime(Ticks(random, DateTime.MaxValue.Ticks), (DateTimeKind)random.Next(3)));
        Same("dateTimeOffset", () => Offset(random));
        Same("timeSpan", () => new TimeSpan(Ticks(random, long.MaxValue) * (random.Next(2) == 0 ? 1 : -1)));
        Same("dateOnly", () => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1)));
        Same("timeOnly", () => new TimeOnly(Ticks(random, TimeSpan.TicksPerDay - 1)));
        Same("rect", () => new Rect(random.Next(), -random.Next(), random.Next(9), int.MinValue));
    }

    [Fact]
    public void Enums_are_names_combinations_or_numbers_as_in_System_Text_Json()
    {
        var random = Seeded.Random(out _);
        Same(EnumType<Marks>("int16", ",\"flags\":true"), () => (Marks)random.Next(-3, 40), 1);
        Same(EnumType<Grade>("byte", ""), () => (Grade)random.Next(256), 1);
        Same(EnumType<Huge>("uInt64", ""), () => (Huge)(ulong.MaxValue - (ulong)random.Next(3)), 1);
    }

    [Fact]
    public void Structs_are_objects_of_their_members_and_lists_of_them_lists()
    {
        var random = Seeded.Random(out _);
        Same(Part.Types, () => Part.Any(random), Part.Index);
        SameBytes(Part.Types + ",{\"kind\":\"array\",\"name\":\"Part[]\",\"of\":4}", 8, "coded", () =>
        {
            var parts = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Part.Any(random)).ToArray();
            return (JsonSerializer.SerializeToUtf8Bytes(parts, Options), MemoryMarshal.AsBytes<Part>(parts).ToArray());
        }, 100);
        SameBytes("""{"kind":"byte"},{"kind":"array","name":"byte[]","of":0}""", 1, "coded", () =>
        {
            var bytes = new byte[random.Next(1, 50)];
            random.NextBytes(bytes);
            return (JsonSerializer.SerializeToUtf8Bytes(bytes, Options), bytes);
        }, 100);
    }

    [Fact]
    public void Text_is_written_as_System_Text_Json_writes_it()
    {
        var random = Seeded.Random(out _);
        SameBytes("""{"kind":"text"}""", 0, "text", () =>
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => Rune.TryCreate(random.Next(random.Next(2) == 0 ? 0x110000 : 128), out var rune) ? rune.ToString() : "\""));
            return (JsonSerializer.SerializeToUtf8Bytes(text, Options), Encoding.UTF8.GetBytes(text));
        }, 500);
    }

    [Theory]
    [InlineData("boolean", "02", "无效的 bool: 2")]
    [InlineData("char", "00D8", "无效的 char: 0xD800，半个代理对")]
    [InlineData("double", "000000000000F87F", "NaN")]
    [InlineData("double", "000000000000F0FF", "-Infinity")]
    [InlineData("single", "0000807F", "Infinity")]
    [InlineData("decimal", "00001D00000000000100000000000000", "无效的 decimal: 0x001D0000")]
    [InlineData("decimal", "01000000000000000100000000000000", "无效的 decimal: 0x00000001")]
    [InlineData("dateTime", "FFFFFFFFFFFFFF3F", "无效的 DateTime: 0x3FFFFFFFFFFFFFFF")]
    [InlineData("dateTimeOffset", "49030000000000000000000000000001", "无效的 DateTimeOffset: 0x0100000000000000，偏移 841 分钟")]
    [InlineData("dateTimeOffset", "FFFFFFFF000000000000000000000000", "无效的 DateTimeOffset: 0x0000000000000000，偏移 -1 分钟")]
    [InlineData("dateTimeOffset", "00000080000000000000000000000001", "无效的 DateTimeOffset: 0x0100000000000000，偏移 -2147483648 分钟")]
    [InlineData("dateOnly", "FFFFFFFF", "无效的 DateOnly: -1")]
    [InlineData("timeOnly", "00C0692AC9000000", "无效的 TimeOnly: 864000000000")]
    public void Bits_that_are_no_value_are_a_text_that_says_so(string kind, string hex, string expected) => Assert.Equal(
        $"K T \"{expected}\"",
        new RegionBuilder().Property($$"""{"kind":"{{kind}}"}""", 0, Convert.FromHexString(hex)).Only());

    [Fact]
    public void One_bad_member_costs_itself_only()
    {
        const string Types = """{"kind":"boolean"},{"kind":"byte"},{"kind":"struct","name":"S","size":2,"members":[{"name":"a","offset":0,"type":0},{"name":"b","offset":1,"type":1}]}""";
        Assert.Equal("K T {\"a\":\"无效的 bool: 9\",\"b\":5}", new RegionBuilder().Property(Types, 2, [9, 5]).Only());
    }

    [Fact]
    public void Json_is_passed_on_as_it_is_and_what_is_none_is_a_text_that_says_so()
    {
        Assert.Equal("K T {\"a\": [1,2]}", Json("{\"a\": [1,2]}"u8));
        Assert.StartsWith("K T \"无效的 JSON: 4 字节，", Json("{\"a\""u8), StringComparison.Ordinal);
        Assert.StartsWith("K T \"无效的 JSON: 3 字节，不是 UTF-8\"", Json([(byte)'"', 0xFF, (byte)'"']), StringComparison.Ordinal);
        Assert.StartsWith("K T \"无效的 JSON: 8 字节，", Json("\"\\ud800\""u8), StringComparison.Ordinal);
        Assert.StartsWith("K T \"无效的 JSON: 3 字节，", Json("1 2"u8), StringComparison.Ordinal);
        Assert.StartsWith("K T \"无效的 JSON: 140 字节，", Json(Encoding.UTF8.GetBytes(new string('[', 70) + new string(']', 70))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_whose_end_is_missing_and_a_value_that_is_too_short_say_so()
    {
        Assert.Equal(
            "K T \"无效的数组: 6 字节，元素 4 字节\"",
            new RegionBuilder().Property("""{"kind":"int32"},{"kind":"array","name":"int[]","of":0}""", 1, new byte[6], "coded").Only());
        Assert.Equal(
            "K T \"无效的值: 6 字节，应为 4 字节\"",
            new RegionBuilder().Property("""{"kind":"int32"}""", 0, new byte[6], "coded").Only());
        Assert.Equal(
            "K T \"无效的文本: 2 字节，不是 UTF-8\"",
            new RegionBuilder().Property("""{"kind":"text"}""", 0, [0xC3, 0x28], "text").Only());
    }

    private static string Json(ReadOnlySpan<byte> json) => new RegionBuilder().Property("""{"kind":"json","name":"J"}""", 0, json.ToArray(), "coded").Only();

    private static void Same<T>(string kind, Func<T> any)
        where T : unmanaged => Same($$"""{"kind":"{{kind}}"}""", any, 0);

    private static void Same<T>(string types, Func<T> any, int index)
        where T : unmanaged => SameBytes(types, index, "value", () =>
    {
        T[] value = [any()];
        return (JsonSerializer.SerializeToUtf8Bytes(value[0], Options), MemoryMarshal.AsBytes<T>(value).ToArray());
    }, Values);

    private static void SameBytes(string types, int index, string form, Func<(byte[] Json, byte[] Bytes)> any, int count)
    {
        var table = SchemaObject.Read(Encoding.UTF8.GetBytes($$"""{"types":[{{types}}]}"""), description => new StoredTypeTable(description.Objects("types"))[index]);
        for (var i = 0; i < count; i++)
        {
            var (expected, bytes) = any();
            if (i == 0)
            {
                Assert.Equal($"K T {Encoding.UTF8.GetString(expected)}", new RegionBuilder().Property(types, index, bytes, form).Only());
            }

            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            table.WriteStored(json, bytes);
            json.Flush();
            Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
    }

    private static string EnumType<T>(string of, string more)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(name => $"[\"{name}\",{(typeof(T) == typeof(Huge) ? (long)(ulong)(object)Enum.Parse<T>(name) : Convert.ToInt64(Enum.Parse<T>(name), System.Globalization.CultureInfo.InvariantCulture))}]");
        return $$"""{"kind":"{{of}}"},{"kind":"enum","name":"E","of":0,"names":[{{string.Join(',', names)}}]{{more}}}""";
    }

    private static T Finite<T>(Func<T> any, Func<T, bool> isFinite)
    {
        T value;
        do
        {
            value = any();
        }
        while (!isFinite(value));
        return value;
    }

    /// <summary>With and without fractions of a second.</summary>
    private static long Ticks(Random random, long most) => random.NextInt64(most) is var ticks && random.Next(3) == 0 ? ticks
        : random.Next(2) == 0 ? ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond
        : ticks / 10_000 * 10_000;

    private static DateTimeOffset Offset(Random random)
    {
        var day = TimeSpan.TicksPerDay;
        return new DateTimeOffset(day + Ticks(random, DateTime.MaxValue.Ticks - (2 * day)), TimeSpan.FromMinutes(random.Next(-840, 841)));
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Part
    {
        internal const int Index = 4;

        internal const string Types = """
            {"kind":"double"},{"kind":"enum","name":"Grade","of":2,"names":[["Good",0],["Bad",3],["Ugly",200]]},{"kind":"byte"},
            {"kind":"nullable","of":0,"size":16},
            {"kind":"struct","name":"Part","size":40,"members":[{"name":"X","offset":0,"type":0},{"name":"Grade","offset":8,"type":1},{"name":"Score","offset":16,"type":3},{"name":"Box\"é","offset":32,"type":5}]},
            {"kind":"struct","name":"Box","size":8,"members":[{"name":"Id","offset":0,"type":6},{"name":"Mark","offset":4,"type":7}]},{"kind":"int32"},{"kind":"char"}
            """;

        public double X;
        public Grade Grade;
        public double? Score;

        [JsonPropertyName("Box\"é")]
        public Box Box;

        internal static Part Any(Random random) => new()
        {
            X = random.NextDouble(),
            Grade = (Grade)random.Next(5),
            Score = random.Next(2) == 0 ? null : random.Next(),
            Box = new Box { Id = random.Next(), Mark = (char)random.Next(0x500) },
        };
    }

    private struct Box
    {
        public int Id;
        public char Mark;
    }

    private sealed class RectConverter : JsonConverter<Rect>
    {
        public override Rect Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Rect value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber("x", value.X);
            writer.WriteNumber("y", value.Y);
            writer.WriteNumber("width", value.Width);
            writer.WriteNumber("height", value.Height);
            writer.WriteEndObject();
        }
    }
}
