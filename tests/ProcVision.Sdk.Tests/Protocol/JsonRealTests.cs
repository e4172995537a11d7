using System.Globalization;
using System.Text;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

public class JsonRealTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.87, "0.87")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e21, "1E+21")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.Epsilon, "5E-324")]
    public void A_number_is_written_in_its_shortest_form(double value, string expected) => Assert.Equal(expected, Write(value));

    [Fact]
    public void Every_double_is_read_back_to_the_last_bit_and_is_as_short_as_R()
    {
        var random = Seeded.Random(out var seed);
        for (var i = 0; i < 200_000; i++)
        {
            var value = random.Next(5) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 => Math.Round(random.NextDouble(), random.Next(1, 8)),
                2 => Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(1, 16)), random.Next(0, 6)),
                3 => random.Next(-100_000, 100_000) / 1000.0,
                _ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 12)),
            };
            if (!double.IsFinite(value))
            {
                continue;
            }

            var text = Write(value);
            var read = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.True(BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(read), $"seed {seed}: {value:R} became {text}");
            var shortest = value.ToString("R", CultureInfo.InvariantCulture);
            Assert.True(text == shortest || (shortest.Contains('E', StringComparison.Ordinal) && !text.Contains('E', StringComparison.Ordinal)), $"seed {seed}: {shortest} became {text}");
        }
    }

    private static string Write(double value)
    {
        Span<byte> utf8 = stackalloc byte[32];
        return Encoding.UTF8.GetString(utf8[..JsonReal.Write(value, utf8)]);
    }
}
